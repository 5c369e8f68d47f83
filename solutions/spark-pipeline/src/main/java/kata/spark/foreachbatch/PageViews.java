package kata.spark.foreachbatch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.window;

import kata.pipeline.Connections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The page views of the topic. */
final class PageViews {

  private static final StructType VIEW = StructType.fromDDL("page STRING, event_time TIMESTAMP");

  private PageViews() {}

  /** Returns the views from the first on. */
  static Dataset<Row> read(SparkSession spark, Connections at) {
    return read(spark, at, "earliest");
  }

  static Dataset<Row> read(SparkSession spark, Connections at, String startingOffsets) {
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
}
