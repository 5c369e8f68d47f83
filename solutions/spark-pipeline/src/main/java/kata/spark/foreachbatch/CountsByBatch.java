package kata.spark.foreachbatch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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
import org.apache.spark.sql.types.StructType;

/** Spark's state knows the whole count of each window, which replaces the one in the table. */
public final class CountsByBatch implements Pipeline {

  static final String INSERT =
      "insert into page_views (window_start, window_end, page, views) values (?, ?, ?, ?)";

  static final String REPLACE =
      INSERT + " on conflict (window_start, page) do update set views = excluded.views";

  private static final StructType VIEW = StructType.fromDDL("page STRING, event_time TIMESTAMP");

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
    return counted(views(spark, at, "earliest"))
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

  static Dataset<Row> views(SparkSession spark, Connections at, String startingOffsets) {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", at.kafka())
        .option("subscribe", at.topic("clicks"))
        .option("startingOffsets", startingOffsets)
        .load()
        .select(from_json(col("value").cast("string"), VIEW).as("view"))
        .select("view.*");
  }

  /** Counts views, of a stream or of one batch: window_start, window_end, page, views. */
  static Dataset<Row> counted(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes").as("w"), col("page"))
        .agg(count(lit(1)).as("views"))
        .selectExpr("w.start AS window_start", "w.end AS window_end", "page", "views");
  }

  private static void replace(Iterator<Row> counts, Connections at) throws SQLException {
    try (Connection database = connect(at)) {
      write(database, REPLACE, counts);
      database.commit();
    }
  }

  /** Connects; nothing is seen by others before it is committed. */
  static Connection connect(Connections at) throws SQLException {
    Connection database =
        DriverManager.getConnection(at.databaseUrl(), at.databaseUser(), at.databasePassword());
    database.setAutoCommit(false);
    return database;
  }

  static void write(Connection database, String sql, Iterator<Row> counts) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      while (counts.hasNext()) {
        Row count = counts.next();
        statement.setTimestamp(1, count.getAs("window_start"));
        statement.setTimestamp(2, count.getAs("window_end"));
        statement.setString(3, count.getAs("page"));
        statement.setLong(4, count.getAs("views"));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
