package kata.flink.lab;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.queryablestate.client.state.serialization.KvStateSerializer;
import org.apache.flink.runtime.state.CheckpointableKeyedStateBackend;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.internal.InternalKvState;

/** Keeps state as Flink's own hash maps do, and reports its size to a {@link StateMeter}. */
final class MeteredStateBackend implements StateBackend {

  private static final long serialVersionUID = 1L;

  private final String meter;
  private final HashMapStateBackend hashMaps = new HashMapStateBackend();

  MeteredStateBackend(String meter) {
    this.meter = meter;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <K> CheckpointableKeyedStateBackend<K> createKeyedStateBackend(
      KeyedStateBackendParameters<K> parameters) throws Exception {
    Reporter<K> reporter =
        new Reporter<>(StateMeter.of(meter), hashMaps.createKeyedStateBackend(parameters));
    return (CheckpointableKeyedStateBackend<K>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {CheckpointableKeyedStateBackend.class},
            reporter);
  }

  @Override
  public OperatorStateBackend createOperatorStateBackend(OperatorStateBackendParameters parameters)
      throws Exception {
    return hashMaps.createOperatorStateBackend(parameters);
  }

  /**
   * Passes every call on, remembers which state there is, and reports its size whenever an operator
   * turns to a key, and before it is closed. All of that happens in the operator's own thread.
   *
   * <p>What is left is what is there when the story is over, or when the input has ended, if that
   * is more. The end of the input fires all timers, however late, and so hides what they clear.
   */
  private static final class Reporter<K> implements InvocationHandler {

    /** Which Flink keeps to itself. */
    private static final String TTL_DECORATOR =
        "org.apache.flink.runtime.state.ttl.AbstractTtlDecorator";

    /** How an operator with {@code enableAsyncState} turns to a key. */
    private static final String TURN_ASYNCHRONOUSLY = "setCurrentKeyAndKeyGroup";

    private static final long NOT_YET = -1;

    private final StateMeter meter;
    private final CheckpointableKeyedStateBackend<K> backend;
    private final Map<String, InternalKvState<K, Object, Object>> states = new HashMap<>();
    private long whenOver = NOT_YET;
    private boolean closed;

    private Reporter(StateMeter meter, CheckpointableKeyedStateBackend<K> backend) {
      this.meter = meter;
      this.backend = backend;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "setCurrentKey", TURN_ASYNCHRONOUSLY -> report();
        case "dispose", "close" -> reportLast();
        default -> {}
      }
      try {
        Object result = method.invoke(backend, arguments);
        remember(arguments, result);
        return result;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void report() throws Exception {
      long bytes = bytes();
      meter.report(bytes);
      if (whenOver == NOT_YET && meter.isOver()) {
        whenOver = bytes;
      }
    }

    private void reportLast() throws Exception {
      if (!closed) {
        closed = true;
        meter.reportLast(Math.max(bytes(), whenOver));
      }
    }

    @SuppressWarnings("unchecked")
    private void remember(Object[] arguments, Object result) throws ReflectiveOperationException {
      if (result instanceof InternalKvState<?, ?, ?> state) {
        for (Object argument : arguments) {
          if (argument instanceof StateDescriptor<?, ?> descriptor) {
            states.put(descriptor.getName(), (InternalKvState<K, Object, Object>) readable(state));
          }
        }
      }
    }

    /** State with a time to live does not let itself be read; the state that it wraps does. */
    private static InternalKvState<?, ?, ?> readable(InternalKvState<?, ?, ?> state)
        throws ReflectiveOperationException {
      for (Class<?> type = state.getClass(); type != null; type = type.getSuperclass()) {
        if (type.getName().equals(TTL_DECORATOR)) {
          Field original = type.getDeclaredField("original");
          original.setAccessible(true);
          return (InternalKvState<?, ?, ?>) original.get(state);
        }
      }
      return state;
    }

    private long bytes() throws Exception {
      long bytes = 0;
      for (Map.Entry<String, InternalKvState<K, Object, Object>> entry : states.entrySet()) {
        InternalKvState<K, Object, Object> state = entry.getValue();
        TypeSerializer<Object> namespaces = state.getNamespaceSerializer();
        List<Tuple2<K, Object>> entries =
            backend.<Object>getKeysAndNamespaces(entry.getKey()).toList();
        for (Tuple2<K, Object> at : entries) {
          byte[] place =
              KvStateSerializer.serializeKeyAndNamespace(
                  at.f0, state.getKeySerializer(), at.f1, namespaces);
          byte[] value =
              state.getSerializedValue(
                  place, state.getKeySerializer(), namespaces, state.getValueSerializer());
          // Of a map from which all was removed, the place may be left.
          bytes += value == null || value.length == 0 ? 0 : place.length + value.length;
        }
      }
      return bytes;
    }
  }
}
