package kata.spark.tominio;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import kata.pipeline.Connections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The clicks of the topic, as all but the reference read them. */
final class Clicks {

  private static final StructType CLICK =
      StructType.fromDDL("event_id STRING, user_id STRING, page STRING, event_time TIMESTAMP");

  private Clicks() {}

  /** Returns the records from the first on. */
  static Dataset<Row> records(SparkSession spark, Connections at) {
    return records(spark, at, "earliest");
  }

  static Dataset<Row> records(SparkSession spark, Connections at, String startingOffsets) {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", at.kafka())
        .option("subscribe", at.topic("clicks"))
        .option("startingOffsets", startingOffsets)
        .load();
  }

  /** Returns the clicks from the first on. */
  static Dataset<Row> read(SparkSession spark, Connections at) {
    return clicks(records(spark, at));
  }

  /** Reads records, and leaves out all but the fields that are asked for. */
  static Dataset<Row> clicks(Dataset<Row> records) {
    return records
        .select(from_json(col("value").cast("string"), CLICK).as("click"))
        .select("click.*");
  }
}
