package kata.spark.kafkajson;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.StructType;

/**
 * One query and one sink: a column of each row says to which topic it goes. What cannot be read is
 * null, so an order is what has no null.
 */
public final class OrderRows implements Pipeline {

  /** The time is a text here, so that nothing but a text is taken for one. */
  private static final StructType ORDER =
      StructType.fromDDL("order_id STRING, user_id STRING, amount_cents BIGINT, event_time STRING");

  /** Without a zone a text names no moment, and {@code to_timestamp} would take the session's. */
  private static final String MOMENT = "^\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)$";

  private static final Map<String, String> WITH_NULLS = Map.of("ignoreNullFields", "false");

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
    Column isOrder =
        col("order_id")
            .isNotNull()
            .and(col("user_id").isNotNull())
            .and(col("amount_cents").isNotNull())
            .and(col("event_time").isNotNull());
    Column moment = when(col("event_time").rlike(MOMENT), to_timestamp(col("event_time")));
    Column order =
        to_json(struct(col("order_id"), col("user_id"), col("amount_cents"), col("event_time")));
    Column dead = to_json(struct(col("text"), col("partition"), col("offset")), WITH_NULLS);
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", at.kafka())
        .option("subscribe", at.topic("orders"))
        .option("startingOffsets", "earliest")
        .load()
        .withColumn("text", col("value").cast("string"))
        .withColumn("order", from_json(col("text"), ORDER))
        .select(col("key"), col("text"), col("partition"), col("offset"), col("order.*"))
        .withColumn("event_time", moment)
        .select(
            when(isOrder, at.topic("order-rows")).otherwise(at.topic("dead-orders")).as("topic"),
            col("key"),
            when(isOrder, order).otherwise(dead).as("value"))
        .writeStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", at.kafka())
        .option("checkpointLocation", at.folder("checkpoints/order-rows"))
        .start();
  }
}
