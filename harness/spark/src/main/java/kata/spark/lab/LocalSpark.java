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
      SparkSession spark =
          settings(SparkSession.builder().master("local[1]").appName("kata")).getOrCreate();
      // Every micro-batch sends these hundreds of settings of Hadoop along; nobody reads them here.
      if(!Boolean.getBoolean("keepconf")) spark.sparkContext().hadoopConfiguration().clear();
      return spark;
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
        .config("spark.sql.ui.explainMode", "simple")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.streaming.checkpointFileManagerClass", MemoryCheckpoints.class.getName());
  }
}
