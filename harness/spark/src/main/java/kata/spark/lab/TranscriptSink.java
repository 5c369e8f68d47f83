package kata.spark.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.execution.streaming.Sink;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps the rows that each micro-batch gives out until they are taken, with {@link
 * java.time.Instant}s for timestamps. Does what {@code foreachBatch} does, which would plan every
 * micro-batch twice.
 */
final class TranscriptSink implements Sink {

  /** What a micro-batch throws that the lab lets fail. */
  static final class Failure extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    Failure() {
      super("The lab lets the micro-batch fail here.");
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private boolean failsNext;

  @Override
  public void addBatch(long batchId, Dataset<Row> batch) {
    StructType schema = batch.queryExecution().analyzed().schema();
    // collect() would describe the plan for a user interface once more, which takes longer than to
    // run it.
    InternalRow[] collected = batch.queryExecution().executedPlan().executeCollect();
    synchronized (rows) {
      if (failsNext) {
        failsNext = false;
        throw new Failure();
      }
      for (InternalRow row : collected) {
        rows.add(row(row, schema));
      }
    }
  }

  private static Row row(InternalRow row, StructType schema) {
    Object[] values = new Object[schema.size()];
    for (int i = 0; i < values.length; i++) {
      if (!row.isNullAt(i)) {
        values[i] = value(row, i, schema.fields()[i].dataType());
      }
    }
    return new GenericRowWithSchema(values, schema);
  }

  private static Object value(InternalRow row, int column, DataType type) {
    return type.equals(DataTypes.TimestampType)
        ? DateTimeUtils.microsToInstant(row.getLong(column))
        : CatalystTypeConverters.convertToScala(row.get(column, type), type);
  }

  /** Lets the next micro-batch fail when its rows are there, which are lost. */
  void failNext() {
    synchronized (rows) {
      failsNext = true;
    }
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
