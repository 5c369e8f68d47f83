package kata.spark.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.execution.streaming.Sink;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * Keeps the rows that each micro-batch gives out until they are taken. Does what {@code
 * foreachBatch} does, which would plan every micro-batch twice.
 */
final class TranscriptSink implements Sink {

  private final List<Row> rows = new ArrayList<>();

  @Override
  public void addBatch(long batchId, Dataset<Row> batch) {
    Function1<InternalRow, Row> reader = reader(batch);
    // collect() would describe the plan for a user interface once more, which takes longer than to
    // run it.
    InternalRow[] collected = batch.queryExecution().executedPlan().executeCollect();
    synchronized (rows) {
      for (InternalRow row : collected) {
        rows.add(reader.apply(row));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Function1<InternalRow, Row> reader(Dataset<Row> batch) {
    Function1<Object, Object> convert =
        CatalystTypeConverters.createToScalaConverter(batch.queryExecution().analyzed().schema());
    return (Function1<InternalRow, Row>) (Function1<?, ?>) convert;
  }

  /** Returns the rows that came since the last call. */
  List<Row> take() {
    synchronized (rows) {
      List<Row> taken = List.copyOf(rows);
      rows.clear();
      return taken;
    }
  }

  @Override
  public String name() {
    return "transcript";
  }

  @Override
  public StructType schema() {
    return new StructType();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.STREAMING_WRITE);
  }
}
