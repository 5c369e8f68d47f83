package kata.flink.lab;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kata.harness.lab.StateUse;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.state.StateBackendFactory;

/** Reads how much state one job holds, from the state backend that it puts under the job. */
final class StateMeter implements AutoCloseable {

  private static final ConfigOption<String> ID =
      ConfigOptions.key("kata.state.meter").stringType().noDefaultValue();
  private static final Map<String, StateMeter> CONNECTED = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private long peak;
  private long left;
  private boolean over;

  StateMeter() {
    CONNECTED.put(id, this);
  }

  /** Returns the meter that a job's backend reports to. */
  static StateMeter of(String id) {
    return CONNECTED.get(id);
  }

  /** Lets a job with these settings report to this meter. */
  Configuration connect(Configuration settings) {
    return settings.set(ID, id).set(StateBackendOptions.STATE_BACKEND, Factory.class.getName());
  }

  /** Takes note of what one operator holds, in bytes. */
  synchronized void report(long bytes) {
    peak = Math.max(peak, bytes);
  }

  /** The story is over; what comes now comes only because the input ends. */
  synchronized void storyIsOver() {
    over = true;
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Takes note of what one operator has left, in bytes. */
  synchronized void reportLast(long bytes) {
    report(bytes);
    left += bytes;
  }

  /** Returns what was reported so far. */
  synchronized StateUse read() {
    return new StateUse(peak, left, "byte");
  }

  @Override
  public void close() {
    CONNECTED.remove(id);
  }

  /** Makes the backend of a connected job. Flink finds it by its name. */
  public static final class Factory implements StateBackendFactory<MeteredStateBackend> {

    @Override
    public MeteredStateBackend createFromConfig(ReadableConfig settings, ClassLoader loader) {
      return new MeteredStateBackend(settings.get(ID));
    }
  }
}
