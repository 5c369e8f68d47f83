package kata.spark.foreachbatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Right answers, written differently. */
public final class CountsByBatchAlternatives {

  private CountsByBatchAlternatives() {}

  /** Spark keeps no state: each batch is added, with its number, in one transaction. */
  public static final class InOneTransaction implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      return CountsByBatch.views(spark, at, "earliest")
          .writeStream()
          .option("checkpointLocation", at.folder("checkpoints/views"))
          .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (views, id) -> add(views, id, at))
          .start();
    }

    private static void add(Dataset<Row> views, long id, Connections at) throws SQLException {
      try (Connection database = CountsByBatch.connect(at)) {
        if (Additions.note(database, id)) {
          CountsByBatch.write(
              database, Additions.ADD, CountsByBatch.counted(views).toLocalIterator());
          database.commit();
        }
      }
    }
  }

  /** Each batch has the whole result, which replaces the whole table in one transaction. */
  public static final class WholeTable implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      return CountsByBatch.counted(CountsByBatch.views(spark, at, "earliest"))
          .writeStream()
          .outputMode("complete")
          .option("checkpointLocation", at.folder("state"))
          .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (counts, id) -> replace(counts, at))
          .start();
    }

    private static void replace(Dataset<Row> counts, Connections at) throws SQLException {
      try (Connection database = CountsByBatch.connect(at)) {
        try (Statement statement = database.createStatement()) {
          statement.execute("delete from page_views");
        }
        CountsByBatch.write(database, CountsByBatch.INSERT, counts.toLocalIterator());
        database.commit();
      }
    }
  }
}
