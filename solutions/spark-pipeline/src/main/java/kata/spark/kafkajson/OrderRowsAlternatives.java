package kata.spark.kafkajson;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;

/** Right answers, written differently. */
public final class OrderRowsAlternatives {

  private OrderRowsAlternatives() {}

  /** Two writes for each batch, which is read and parsed once. */
  public static final class TwoWrites implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      return OrderRecords.read(spark, at, "earliest")
          .withColumn("order", from_json(col("text"), OrderRecords.SCHEMA, Map.of()))
          .select("key", "text", "partition", "offset", "order.*")
          .withColumn("event_time", OrderRecords.moment())
          .writeStream()
          .option("checkpointLocation", at.folder("checkpoint"))
          .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (batch, id) -> write(batch, at))
          .start();
    }

    private static void write(Dataset<Row> batch, Connections at) {
      batch.persist();
      try {
        Column isOrder = OrderRecords.isComplete();
        write(batch.where(isOrder), OrderRecords.order(), at.topic("order-rows"), at);
        write(batch.where(not(isOrder)), OrderRecords.dead(), at.topic("dead-orders"), at);
      } finally {
        batch.unpersist();
      }
    }

    private static void write(Dataset<Row> records, Column value, String topic, Connections at) {
      records
          .select(col("key"), value.as("value"))
          .write()
          .format("kafka")
          .option("kafka.bootstrap.servers", at.kafka())
          .option("topic", topic)
          .save();
    }
  }

  /** In SQL; takes what is there and ends, as a scheduled job does. */
  public static final class InSql implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      OrderRecords.read(spark, at, "earliest").createOrReplaceTempView("records");
      return spark
          .sql(
              """
              WITH read AS (
                SELECT key, text, partition, offset, from_json(text, '%s') AS o FROM records),
              judged AS (
                SELECT key, text, partition, offset,
                  o.order_id, o.user_id, o.amount_cents,
                  CASE WHEN o.event_time RLIKE '^....-..-..T.*(Z|[+-]..:..)$'
                    THEN CAST(o.event_time AS TIMESTAMP) END AS event_time
                FROM read),
              routed AS (
                SELECT *,
                  order_id IS NOT NULL AND user_id IS NOT NULL AND amount_cents IS NOT NULL
                    AND event_time IS NOT NULL AS is_order
                FROM judged)
              SELECT
                key,
                if(is_order, '%s', '%s') AS topic,
                if(is_order,
                  to_json(struct(order_id, user_id, amount_cents, event_time)),
                  to_json(struct(text, partition, offset), map('ignoreNullFields', 'false')))
                  AS value
              FROM routed
              """
                  .formatted(OrderRecords.SCHEMA, at.topic("order-rows"), at.topic("dead-orders")))
          .writeStream()
          .trigger(Trigger.AvailableNow())
          .format("kafka")
          .option("kafka.bootstrap.servers", at.kafka())
          .option("checkpointLocation", at.folder("state"))
          .start();
    }
  }

  /** A function of your own that judges each text in plain Java. */
  public static final class OwnFunction implements Pipeline {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      Column order =
          udf((UDF1<String, String>) OwnFunction::order, DataTypes.StringType).apply(col("text"));
      return OrderRecords.read(spark, at, "earliest")
          .withColumn("order", order)
          .select(
              when(col("order").isNull(), at.topic("dead-orders"))
                  .otherwise(at.topic("order-rows"))
                  .as("topic"),
              col("key"),
              coalesce(col("order"), OrderRecords.dead()).as("value"))
          .writeStream()
          .format("kafka")
          .option("kafka.bootstrap.servers", at.kafka())
          .option("checkpointLocation", at.folder("checkpoint"))
          .start();
    }

    /** Returns the order as JSON, or null if the text is none. */
    private static String order(String text) {
      try {
        JsonNode read = JSON.readTree(text == null ? "" : text);
        boolean isOrder =
            read.hasNonNull("order_id")
                && read.hasNonNull("user_id")
                && read.path("amount_cents").isIntegralNumber()
                && read.path("event_time").isTextual();
        if (!isOrder) {
          return null;
        }
        OffsetDateTime.parse(read.get("event_time").textValue());
        ObjectNode order = JSON.createObjectNode();
        for (String field : List.of("order_id", "user_id", "amount_cents", "event_time")) {
          order.set(field, read.get(field));
        }
        return order.toString();
      } catch (JsonProcessingException | DateTimeParseException e) {
        return null;
      }
    }
  }
}
