package kata.spark.lab;

import kata.harness.lab.LabException;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.spark.sql.SparkSession;

/** Spark in this JVM: one thread, no user interface, nothing on disk that it can do without. */
final class LocalSpark {

  private LocalSpark() {}

  /**
   * Starts Spark.
   *
   * @throws LabException if it cannot start; the message says what to do
   */
  static SparkSession start() {
    try {
      return settings(SparkSession.builder().master("local[1]").appName("kata")).getOrCreate();
    } catch (Exception | LinkageError e) {
      throw new LabException(
          "Spark could not start on this machine: %s. It needs about 600 MB of free memory and a local port."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static SparkSession.Builder settings(SparkSession.Builder builder) {
    return builder
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.streaming.checkpointFileManagerClass", MemoryCheckpoints.class.getName());
  }
}
