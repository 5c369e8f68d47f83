package kata.spark.pipeline;

import java.lang.reflect.Field;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.execution.streaming.ProcessingTimeTrigger;
import org.apache.spark.sql.internal.SessionState;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryManager;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.util.Clock;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Map;

/**
 * Starts queries whose micro-batches begin as soon as there is something to read. A story does not
 * wait for the clock of the machine, as a query does that has a trigger of a minute.
 */
final class PromptQueries extends StreamingQueryManager {

  private PromptQueries(SparkSession session) {
    super(session, session.sessionState().conf());
  }

  /** Lets a session, in which no query has started yet, start its queries this way. */
  static void startIn(SparkSession session) {
    // Spark has no setting and no extension for it, and makes the usual manager only when asked.
    session.streams();
    try {
      Field manager = SessionState.class.getDeclaredField("streamingQueryManager");
      manager.setAccessible(true);
      manager.set(session.sessionState(), new PromptQueries(session));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Spark 3.5 keeps the manager of its queries here", e);
    }
  }

  @Override
  public StreamingQuery startQuery(
      Option<String> name,
      Option<String> checkpoint,
      Dataset<Row> rows,
      Map<String, String> options,
      Table sink,
      OutputMode mode,
      boolean useTemporaryCheckpoint,
      boolean recoverFromCheckpoint,
      Trigger trigger,
      Clock clock,
      Option<Tuple2<TableCatalog, Identifier>> catalog,
      Option<CatalogTable> table)
      throws TimeoutException {
    return super.startQuery(
        name,
        checkpoint,
        rows,
        options,
        sink,
        mode,
        useTemporaryCheckpoint,
        recoverFromCheckpoint,
        trigger instanceof ProcessingTimeTrigger ? Trigger.ProcessingTime(0) : trigger,
        clock,
        catalog,
        table);
  }
}
