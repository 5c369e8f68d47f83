package kata.spark.lab;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.execution.streaming.MemoryStream;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * A stream of the rows that are added to it. Takes {@link java.time.Instant}s for timestamps.
 *
 * <p>Turns them into Spark's rows by itself: an encoder does it by reflection on Scala, which takes
 * a second when a JVM is new.
 */
final class Arrivals extends MemoryStream<Row> {

  private static final long serialVersionUID = 1L;
  private static final AtomicInteger STREAMS = new AtomicInteger();

  private final transient ToRow toRow;

  Arrivals(SparkSession session, StructType schema) {
    super(STREAMS.incrementAndGet(), session.sqlContext(), Option.empty(), Encoders.row(schema));
    toRow = new ToRow(schema);
  }

  @Override
  public ExpressionEncoder.Serializer<Row> toRow() {
    return toRow;
  }

  private static final class ToRow extends ExpressionEncoder.Serializer<Row> {

    private static final long serialVersionUID = 1L;

    private final transient UnsafeProjection projection;

    ToRow(StructType schema) {
      super(JavaConverters.asScalaBuffer(List.of()));
      projection = UnsafeProjection.create(schema);
    }

    @Override
    public InternalRow apply(Row row) {
      Object[] values =
          IntStream.range(0, row.size())
              .mapToObj(i -> CatalystTypeConverters.convertToCatalyst(row.get(i)))
              .toArray();
      return projection.apply(new GenericInternalRow(values));
    }
  }
}
