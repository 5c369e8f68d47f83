package kata.spark.kafkajson;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import kata.pipeline.Connections;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The records of the topics, as all but the reference read and write them. */
final class OrderRecords {

  static final String SCHEMA =
      "order_id STRING, user_id STRING, amount_cents BIGINT, event_time STRING";

  static final Map<String, String> WITH_NULLS = Map.of("ignoreNullFields", "false");

  private OrderRecords() {}

  /** Returns the records with the columns key, text, partition and offset. */
  static Dataset<Row> read(SparkSession spark, Connections at, String startingOffsets) {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", at.kafka())
        .option("subscribe", at.topic("orders"))
        .option("startingOffsets", startingOffsets)
        .load()
        .selectExpr("key", "CAST(value AS STRING) AS text", "partition", "offset");
  }

  /** Returns the moment that the text of an order names, or null. */
  static Column moment() {
    return when(
        col("event_time").rlike("^\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)$"),
        to_timestamp(col("event_time")));
  }

  /** Returns whether all fields of an order are there and could be read. */
  static Column isComplete() {
    return col("order_id")
        .isNotNull()
        .and(col("user_id").isNotNull())
        .and(col("amount_cents").isNotNull())
        .and(col("event_time").isNotNull());
  }

  /** Returns the value of an order. */
  static Column order() {
    return to_json(struct(col("order_id"), col("user_id"), col("amount_cents"), col("event_time")));
  }

  /** Returns the value of a record that is no order. */
  static Column dead() {
    return to_json(struct(col("text"), col("partition"), col("offset")), WITH_NULLS);
  }

  /** Sends each record to one of the two topics: topic, key, value. */
  static Dataset<Row> routed(
      Dataset<Row> records, Column isOrder, Column order, Column dead, Connections at) {
    return records.select(
        when(isOrder, at.topic("order-rows")).otherwise(at.topic("dead-orders")).as("topic"),
        col("key"),
        when(isOrder, order).otherwise(dead).as("value"));
  }
}
