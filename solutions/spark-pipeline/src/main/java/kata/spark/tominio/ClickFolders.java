package kata.spark.tominio;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.to_date;

import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.StructType;

/**
 * The file sink, which lists what it has written; offsets and batches are in the bucket as well.
 */
public final class ClickFolders implements Pipeline {

  private static final StructType CLICK =
      StructType.fromDDL("event_id STRING, user_id STRING, page STRING, event_time TIMESTAMP");

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", at.kafka())
        .option("subscribe", at.topic("clicks"))
        .option("startingOffsets", "earliest")
        .load()
        .select(from_json(col("value").cast("string"), CLICK).as("click"))
        .select("click.*")
        .withColumn("day", to_date(col("event_time")))
        .withColumn("hour", date_format(col("event_time"), "HH"))
        .writeStream()
        .format("parquet")
        .partitionBy("day", "hour")
        .option("path", at.folder("clicks"))
        .option("checkpointLocation", at.folder("checkpoints/clicks"))
        .start();
  }
}
