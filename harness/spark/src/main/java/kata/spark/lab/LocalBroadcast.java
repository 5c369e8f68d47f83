package kata.spark.lab;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag;

/**
 * A value that the tasks of this JVM share. Spark's own broadcast is made to cross a network: it
 * writes the value, cuts it into blocks of 4 MB and announces each, three times in a micro-batch of
 * one aggregation. Of this one a task is sent the number.
 */
final class LocalBroadcast<T> extends Broadcast<T> {

  private static final long serialVersionUID = 1L;
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Map<Long, WeakReference<LocalBroadcast<?>>> LIVING =
      new ConcurrentHashMap<>();
  private static final Cleaner CLEANER = Cleaner.create();

  private final transient T shared;

  LocalBroadcast(T value, ClassTag<T> type) {
    super(NUMBERS.incrementAndGet(), type);
    shared = value;
    long number = id();
    LIVING.put(number, new WeakReference<>(this));
    CLEANER.register(this, () -> LIVING.remove(number));
  }

  @Override
  public T getValue() {
    return shared;
  }

  @Override
  public void doUnpersist(boolean blocking) {
    // There are no copies.
  }

  @Override
  public void doDestroy(boolean blocking) {
    // Goes with the last that refers to it.
  }

  private Object readResolve() {
    return LIVING.get(id()).get();
  }
}
