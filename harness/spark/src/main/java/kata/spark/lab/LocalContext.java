package kata.spark.lab;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.reflect.ClassTag;

/** A Spark context without what only a shell or a network needs. */
final class LocalContext extends SparkContext {

  LocalContext(SparkConf settings) {
    super(settings);
  }

  /**
   * Leaves a closure as it is. Cleaning is for what was typed into a Scala shell; for all else it
   * only reads the bytecode of each closure of each micro-batch, and serialises it once more, which
   * is a third of the time of a small micro-batch.
   */
  @Override
  public <F> F clean(F closure, boolean checkSerializable) {
    return closure;
  }

  /** Shares what Spark itself sends to every task; what learners send has to be serialisable. */
  @Override
  public <T> Broadcast<T> broadcast(T value, ClassTag<T> type) {
    return value instanceof byte[] || value instanceof SerializableConfiguration
        ? new LocalBroadcast<>(value, type)
        : super.broadcast(value, type);
  }
}
