package kata.spark.kafkajson;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** What people get wrong about records that cannot be read. */
public final class OrderRowsMisconceptions {

  private OrderRowsMisconceptions() {}

  /** What is right about most of them. */
  abstract static class Wrong implements Pipeline {

    String startingOffsets() {
      return "earliest";
    }

    String schema() {
      return OrderRecords.SCHEMA;
    }

    Map<String, String> options() {
      return Map.of();
    }

    Column time() {
      return OrderRecords.moment();
    }

    Column isOrder() {
      return OrderRecords.isComplete();
    }

    Column key() {
      return col("key");
    }

    Column order() {
      return OrderRecords.order();
    }

    Column dead() {
      return OrderRecords.dead();
    }

    String checkpoint(Connections at) {
      return at.folder("checkpoints/order-rows");
    }

    Dataset<Row> parsed(Dataset<Row> records) {
      return records
          .withColumn("order", from_json(col("text"), schema(), options()))
          .select("key", "text", "partition", "offset", "order.*")
          .withColumn("event_time", time());
    }

    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      Dataset<Row> parsed = parsed(OrderRecords.read(spark, at, startingOffsets()));
      Dataset<Row> keyed = parsed.withColumn("key", key());
      return write(OrderRecords.routed(keyed, isOrder(), order(), dead(), at), checkpoint(at), at);
    }

    static StreamingQuery write(Dataset<Row> routed, String checkpoint, Connections at)
        throws TimeoutException {
      return routed
          .writeStream()
          .format("kafka")
          .option("kafka.bootstrap.servers", at.kafka())
          .option("checkpointLocation", checkpoint)
          .start();
    }
  }

  @Misconception(
      headline = "The records that are no orders are gone.",
      when = "rows with a null are dropped.",
      rule = "What is dropped can never be looked at, mended and sent again: route it aside.",
      hint = 1)
  public static final class DropsNulls extends Wrong {
    @Override
    Dataset<Row> parsed(Dataset<Row> records) {
      return super.parsed(records)
          .na()
          .drop(new String[] {"order_id", "user_id", "amount_cents", "event_time"});
    }
  }

  @Misconception(
      headline = "The tombstone is gone.",
      when = "records without a value are left out before anything is read.",
      rule = "A null value is a record as well, with a key and an offset: somebody has sent it.",
      hint = 1)
  public static final class LeavesOutTombstones extends Wrong {
    @Override
    Dataset<Row> parsed(Dataset<Row> records) {
      return super.parsed(records.where(col("text").isNotNull()));
    }
  }

  @Misconception(
      headline = "The query ended at the first record that is no order.",
      when = "records are parsed in the mode FAILFAST.",
      rule = "One bad record stops all good ones, and is there again at the next start.",
      hint = 1)
  public static final class FailsFast extends Wrong {
    @Override
    Map<String, String> options() {
      return Map.of("mode", "FAILFAST");
    }
  }

  @Misconception(
      headline = "Orders with an impossible time, or with none, are among the good ones.",
      when = "an order counts as read when it has a number, a user and an amount.",
      rule = "A time that cannot be read becomes null, and nothing fails: look at each field.",
      hint = 2)
  public static final class TimeUnchecked extends Wrong {
    @Override
    Column isOrder() {
      return col("order_id")
          .isNotNull()
          .and(col("user_id").isNotNull())
          .and(col("amount_cents").isNotNull());
    }
  }

  @Misconception(
      headline = "Orders of nobody are among the good ones.",
      when = "an order counts as read when it has a number, an amount and a time.",
      rule = "What is not there becomes null, and nothing fails: look at each field.",
      hint = 2)
  public static final class UserUnchecked extends Wrong {
    @Override
    Column isOrder() {
      return col("order_id")
          .isNotNull()
          .and(col("amount_cents").isNotNull())
          .and(col("event_time").isNotNull());
    }
  }

  @Misconception(
      headline = "Orders that lack a field are among the good ones.",
      when = "only what is no JSON, or has a field of a wrong type, is routed aside.",
      rule = "The column of corrupt records knows types; that a field must be there, you know.",
      hint = 2)
  public static final class CorruptRecordsOnly extends Wrong {
    @Override
    String schema() {
      return "order_id STRING, user_id STRING, amount_cents BIGINT, event_time TIMESTAMP,"
          + " corrupt STRING";
    }

    @Override
    Map<String, String> options() {
      return Map.of("columnNameOfCorruptRecord", "corrupt");
    }

    @Override
    Column time() {
      return col("event_time");
    }

    @Override
    Column isOrder() {
      return col("corrupt").isNull().and(col("text").isNotNull());
    }

    @Override
    Column order() {
      return to_json(
          struct(col("order_id"), col("user_id"), col("amount_cents"), col("event_time")),
          OrderRecords.WITH_NULLS);
    }
  }

  @Misconception(
      headline = "An order whose time is a number lies in the far future.",
      when = "event_time is a timestamp in the schema.",
      rule = "In JSON, Spark takes a number for seconds; read a text, and make a time of it then.",
      hint = 2)
  public static final class TimeInTheSchema extends Wrong {
    @Override
    String schema() {
      return "order_id STRING, user_id STRING, amount_cents BIGINT, event_time TIMESTAMP";
    }

    @Override
    Column time() {
      return col("event_time");
    }
  }

  @Misconception(
      headline = "Orders whose time has no zone are among the good ones.",
      when = "whatever to_timestamp can read is taken for a moment.",
      rule = "Without Z or an offset Spark takes the zone of the session: demand one of them.",
      hint = 2)
  public static final class ZoneOfTheSession extends Wrong {
    @Override
    Column time() {
      return to_timestamp(col("event_time"));
    }
  }

  @Misconception(
      headline = "Orders whose amount is a text or a fraction are among the good ones.",
      when = "fields are taken with get_json_object and then cast.",
      rule = "get_json_object makes a text of everything, and a cast cuts off what does not fit.",
      hint = 2)
  public static final class CastsTexts extends Wrong {
    @Override
    Dataset<Row> parsed(Dataset<Row> records) {
      return records
          .select(
              col("key"),
              col("text"),
              col("partition"),
              col("offset"),
              get_json_object(col("text"), "$.order_id").as("order_id"),
              get_json_object(col("text"), "$.user_id").as("user_id"),
              get_json_object(col("text"), "$.amount_cents").cast("bigint").as("amount_cents"),
              get_json_object(col("text"), "$.event_time").as("event_time"))
          .withColumn("event_time", time());
    }
  }

  @Misconception(
      headline = "Amounts are written as texts.",
      when = "amount_cents is read, or written, as a STRING.",
      rule = "A reader that expects a number fails on a text: keep the type.",
      hint = 3)
  public static final class AmountsAsTexts extends Wrong {
    @Override
    Column order() {
      return to_json(
          struct(
              col("order_id"),
              col("user_id"),
              col("amount_cents").cast("string").as("amount_cents"),
              col("event_time")));
    }
  }

  @Misconception(
      headline = "Orders lost the key that they came with.",
      when = "the number of the order is taken as the key.",
      rule = "The key says which partition, and so which order: pass on the one that is there.",
      hint = 3)
  public static final class KeyFromTheOrder extends Wrong {
    @Override
    Column key() {
      return coalesce(col("order_id"), col("key").cast("string"));
    }
  }

  @Misconception(
      headline = "Dead records lost the key that they came with.",
      when = "only orders are sent on with their key.",
      rule = "Who mends a record needs its key to send it to the partition where it belongs.",
      hint = 3)
  public static final class DeadWithoutKey extends Wrong {
    @Override
    Column key() {
      return when(isOrder(), col("key"));
    }
  }

  @Misconception(
      headline = "Orders whose time is written differently are taken for none.",
      when = "the time is read with one format.",
      rule = "ISO 8601 allows more than one spelling; without a format, Spark reads them all.",
      hint = 2)
  public static final class OneFormat extends Wrong {
    @Override
    Column time() {
      return to_timestamp(col("event_time"), "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    }
  }

  @Misconception(
      headline = "What a dead record said is gone.",
      when = "the text of a dead record is what could be parsed of it.",
      rule = "Parsing leaves out what it does not understand: keep the text as it came.",
      hint = 3)
  public static final class TextAfterParsing extends Wrong {
    @Override
    Column dead() {
      return to_json(struct(OrderRecords.order().as("text"), col("partition"), col("offset")));
    }
  }

  @Misconception(
      headline = "Nobody can tell where a dead record lay.",
      when = "a dead record is only its text.",
      rule = "Partition and offset name one record: by them it is found again, and told apart.",
      hint = 3)
  public static final class WithoutPlace extends Wrong {
    @Override
    Column dead() {
      return col("text");
    }
  }

  @Misconception(
      headline = "The dead record of a tombstone has no field text.",
      when = "its JSON is made with the defaults.",
      rule = "to_json leaves out the fields that are null, unless an option says otherwise.",
      hint = 3)
  public static final class LeavesOutNulls extends Wrong {
    @Override
    Column dead() {
      return to_json(struct(col("text"), col("partition"), col("offset")));
    }
  }

  @Misconception(
      headline = "Records that lay in the topic before the query started are missing.",
      when = "the query starts with the latest offsets, which is also the default of a stream.",
      rule = "startingOffsets counts for the first start only; earliest takes all that is there.",
      hint = 1)
  public static final class LatestOffsets extends Wrong {
    @Override
    String startingOffsets() {
      return "latest";
    }
  }

  @Misconception(
      headline = "The other machine read everything once more.",
      when = "the checkpoint lies on the disk of the machine that is lost.",
      rule = "Without its checkpoint a query begins anew: keep it where all machines find it.",
      hint = 1)
  public static final class CheckpointOnDisk extends Wrong {
    @Override
    String checkpoint(Connections at) {
      return "/tmp/checkpoints/order-rows";
    }
  }

  @Misconception(
      headline = "Your code started two queries.",
      when = "each topic has a query of its own.",
      rule = "Two queries read everything twice, fail apart, and need two checkpoints.",
      hint = 3)
  public static final class TwoQueries extends Wrong {
    @Override
    public StreamingQuery start(SparkSession spark, Connections at) throws TimeoutException {
      Dataset<Row> parsed = parsed(OrderRecords.read(spark, at, startingOffsets()));
      write(
          OrderRecords.routed(parsed.where(not(isOrder())), isOrder(), order(), dead(), at),
          at.folder("checkpoints/dead-orders"),
          at);
      return write(
          OrderRecords.routed(parsed.where(isOrder()), isOrder(), order(), dead(), at),
          checkpoint(at),
          at);
    }
  }
}
