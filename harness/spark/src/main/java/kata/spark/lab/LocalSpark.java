package kata.spark.lab;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.net.BindException;
import java.util.Map;
import kata.harness.lab.LabException;
import kata.spark.lab.checkpoint.MemoryCheckpoints;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.LiveListenerBus;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.QueryExecutionThread;
import org.apache.spark.sql.execution.streaming.StreamingQueryListenerBus;
import org.apache.spark.sql.execution.ui.SQLAppStatusListener;
import org.apache.spark.status.AppStatusListener;

/** Spark in this JVM: one thread, no user interface, nothing on disk that it can do without. */
public final class LocalSpark {

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          // What is sent to another thread of this JVM need not be small.
          Map.entry("spark.broadcast.checksum", "false"),
          Map.entry("spark.broadcast.compress", "false"),
          // The usual page, of which each aggregation takes one, is 64 MB.
          Map.entry("spark.buffer.pageSize", "1m"),
          Map.entry("spark.driver.host", "127.0.0.1"),
          Map.entry("spark.driver.bindAddress", "127.0.0.1"),
          // A fatal error in a task, such as a stack overflow, would end the whole JVM.
          Map.entry("spark.executor.killOnFatalError.depth", "0"),
          // Would need one more flag of the JVM, to say what exactly cannot be serialised.
          Map.entry("spark.serializer.extraDebugInfo", "false"),
          Map.entry("spark.sql.adaptive.enabled", "false"),
          // For a handful of rows it takes longer to generate code than to do without.
          Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
          Map.entry("spark.sql.codegen.wholeStage", "false"),
          // What a plan does twice is found by comparing all of its parts.
          Map.entry("spark.sql.exchange.reuse", "false"),
          Map.entry("spark.sql.execution.reuseSubquery", "false"),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.shuffle.partitions", "1"),
          Map.entry(
              "spark.sql.streaming.checkpointFileManagerClass", MemoryCheckpoints.class.getName()),
          // What expressions have in common is found by comparing all of them.
          Map.entry("spark.sql.subexpressionElimination.enabled", "false"),
          // How long a query sleeps before it looks for new arrivals again.
          Map.entry("spark.sql.streaming.pollingDelay", "1ms"),
          // No query comes back to the state of another, whose schema would have to be compared.
          Map.entry("spark.sql.streaming.stateStore.stateSchemaCheck", "false"),
          Map.entry("spark.sql.ui.explainMode", "simple"),
          // Spark makes this folder for tables, even if there are none; else where it is started.
          Map.entry("spark.sql.warehouse.dir", "target/spark-warehouse"),
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.ui.showConsoleProgress", "false"));

  private LocalSpark() {}

  /**
   * Starts Spark.
   *
   * @throws LabException if it cannot start; the message says what to do
   */
  static SparkSession start() {
    return start(Map.of());
  }

  /**
   * Starts Spark with more settings than usual.
   *
   * @throws LabException if it cannot start; the message says what to do
   */
  public static SparkSession start(Map<String, String> more) {
    // Netty takes a silent SLF4J for none, and would set up log4j, which takes long and may print.
    InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
    SparkConf settings = new SparkConf().setMaster("local[1]").setAppName("kata");
    SETTINGS.forEach(settings::set);
    more.forEach(settings::set);
    try {
      return SparkSession.builder()
          .sparkContext(new LocalContext(settings))
          .withExtensions(new PlannedOnce())
          .withExtensions(new OneStage())
          .getOrCreate();
    } catch (Exception | LinkageError e) {
      throw new LabException("Spark could not start on this machine: " + reason(e), e);
    }
  }

  /**
   * Returns a session in which no other has left views, functions or settings, and makes it the
   * active one of this thread.
   *
   * @param spark one that this class has started, and in which no other session is used any more
   */
  public static SparkSession newSession(SparkSession spark) {
    // These views belong to no session.
    spark.sharedState().globalTempViewManager().clear();
    SparkSession session = spark.newSession();
    removeListeners(session.sparkContext().listenerBus());
    SparkSession.setActiveSession(session);
    return session;
  }

  /**
   * Stops Spark, whatever its queries do. Their threads throw when Spark is gone, and may do so
   * unheard: a query says itself why it failed.
   *
   * @param spark one that this class has started; or null, for none
   */
  public static void stop(SparkSession spark) {
    if (spark != null) {
      Thread.getAllStackTraces().keySet().stream()
          .filter(QueryExecutionThread.class::isInstance)
          .forEach(query -> query.setUncaughtExceptionHandler((thread, thrown) -> {}));
      spark.stop();
    }
  }

  /**
   * Removes those that would show to a user interface what goes on, and those of former sessions:
   * there are many events in each micro-batch.
   */
  private static void removeListeners(LiveListenerBus bus) {
    for (SparkListenerInterface listener : bus.listeners()) {
      if (listener instanceof AppStatusListener
          || listener instanceof SQLAppStatusListener
          || listener instanceof StreamingQueryListenerBus) {
        bus.removeListener(listener);
      }
    }
  }

  private static String reason(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "it may not open a port of its own. Allow programs to listen on 127.0.0.1.";
      }
      if (String.valueOf(cause.getMessage()).contains("System memory")) {
        return "the JVM has too little memory. Add -Xmx1g to kata.jvm in pom.xml.";
      }
    }
    return thrown + ". It needs about 600 MB of free memory and a port on 127.0.0.1.";
  }
}
