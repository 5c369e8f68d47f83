package kata.spark.kafkajson;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_timestamp;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

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
          .withColumn("event_time", to_timestamp(col("event_time")))
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

  /** In SQL, field by field; takes what is there and ends, as a job of a scheduler does. */
  public static final class FieldByField implements Pipeline {

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      OrderRecords.read(spark, at, "earliest").createOrReplaceTempView("records");
      return spark
          .sql(
              """
              WITH read AS (
                SELECT *,
                  get_json_object(text, '$.order_id') AS order_id,
                  get_json_object(text, '$.user_id') AS user_id,
                  CAST(get_json_object(text, '$.amount_cents') AS BIGINT) AS amount_cents,
                  CAST(get_json_object(text, '$.event_time') AS TIMESTAMP) AS event_time
                FROM records),
              judged AS (
                SELECT *,
                  order_id IS NOT NULL AND user_id IS NOT NULL AND amount_cents IS NOT NULL
                    AND event_time IS NOT NULL AS is_order
                FROM read)
              SELECT
                key,
                if(is_order, '%s', '%s') AS topic,
                if(is_order,
                  to_json(struct(order_id, user_id, amount_cents, event_time)),
                  to_json(struct(text, partition, offset), map('ignoreNullFields', 'false')))
                  AS value
              FROM judged
              """
                  .formatted(at.topic("order-rows"), at.topic("dead-orders")))
          .writeStream()
          .trigger(Trigger.AvailableNow())
          .format("kafka")
          .option("kafka.bootstrap.servers", at.kafka())
          .option("checkpointLocation", at.folder("state"))
          .start();
    }
  }
}
