package kata.spark.foreachbatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Spark's state knows the whole count of each window, which replaces the one in the table. */
public final class CountsByBatch implements Pipeline {

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
    return PageViews.counted(PageViews.read(spark, at))
        .writeStream()
        .outputMode("update")
        .option("checkpointLocation", at.folder("checkpoints/counts"))
        .foreachBatch(
            (VoidFunction2<Dataset<Row>, Long>)
                (counts, id) ->
                    counts.foreachPartition(
                        (ForeachPartitionFunction<Row>) rows -> replace(rows, at)))
        .start();
  }

  private static void replace(Iterator<Row> rows, Connections at) throws SQLException {
    try (Connection database = CountsTable.connect(at)) {
      CountsTable.write(database, CountsTable.REPLACE, rows);
      database.commit();
    }
  }
}
