package kata.flink.source;

import static kata.flink.source.OrderSource.CHECKPOINT_INTERVAL;
import static kata.flink.source.OrderSource.PATIENCE;
import static kata.flink.source.OrderSource.aMinuteBehind;
import static kata.flink.source.OrderSource.counts;
import static kata.flink.source.OrderSource.sink;
import static kata.flink.source.OrderSource.topic;
import static kata.flink.source.OrderSource.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.flink.source.OrderSource.Parsed;
import kata.flink.source.OrderSource.ParsedSchema;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Wrong answers to {@link OrderSource}. */
public final class OrderSourceMisconceptions {

  private OrderSourceMisconceptions() {}

  private static WatermarkStrategy<Parsed> patient() {
    return aMinuteBehind().withIdleness(PATIENCE);
  }

  private static void countBy(
      StreamExecutionEnvironment env, Connections at, WatermarkStrategy<Parsed> strategy) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    write(at, env.fromSource(topic(at), strategy, "orders"));
  }

  private static void countOnly(
      StreamExecutionEnvironment env, Connections at, FilterFunction<Parsed> kept) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    write(at, env.fromSource(topic(at), patient(), "orders").filter(kept));
  }

  @Misconception(
      headline = "The job fails at the first record that is no order, again and again.",
      when = "the source parses, and nobody catches what the parser throws.",
      rule = "After a failure the source reads the same record again: a job never gets past it.")
  public static final class FailsAtTheFirst implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<String> texts =
          env.fromSource(
              topic(at, KafkaRecordDeserializationSchema.valueOnly(new SimpleStringSchema()))
                  .build(),
              WatermarkStrategy.noWatermarks(),
              "orders");
      write(
          at,
          texts
              .map(text -> new Parsed(JsonLines.of(EventFields.ORDERS).fromLine(text), null))
              .assignTimestampsAndWatermarks(patient()));
    }
  }

  @Misconception(
      headline = "The job fails at the first record without a value, again and again.",
      when = "a record is taken for a text before anybody has looked whether there is one.",
      rule = "The value of a record may be null. That is not malformed, and no parser has seen it.")
  public static final class FailsAtTheEmpty implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      write(at, env.fromSource(topic(at, new TrustingSchema()).build(), patient(), "orders"));
    }
  }

  /** Is prepared for every text, but not for none. */
  private static final class TrustingSchema implements KafkaRecordDeserializationSchema<Parsed> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Parsed> out) {
      String text = new String(record.value(), StandardCharsets.UTF_8);
      out.collect(Parsed.of(record.partition(), record.offset(), text));
    }

    @Override
    public TypeInformation<Parsed> getProducedType() {
      return TypeInformation.of(Parsed.class);
    }
  }

  @Misconception(
      headline = "Records that are no orders are gone, and nobody can tell which.",
      when = "what cannot be parsed is skipped.",
      rule = "What is left out has to be somewhere, or nobody knows what the counts are made of.")
  public static final class SkipsTheRest implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countOnly(env, at, Parsed::isOrder);
    }
  }

  @Misconception(
      headline = "A record without a value is in neither topic.",
      when = "a record without a value is taken for no record.",
      rule = "A record of Kafka may have no value. It has a place all the same.")
  public static final class OverlooksTheEmpty implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countOnly(env, at, it -> it.isOrder() || it.dead().text() != null);
    }
  }

  @Misconception(
      headline = "A record with an empty text is in neither topic.",
      when = "a text without any letter is taken for no record.",
      rule = "Nothing may get lost on the way: what is no order is a dead letter, even if empty.")
  public static final class OverlooksBlanks implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countOnly(
          env, at, it -> it.isOrder() || it.dead().text() == null || !it.dead().text().isBlank());
    }
  }

  @Misconception(
      headline = "Of records with the same text only the first is a dead letter.",
      when = "a text that was seen before is left out.",
      rule = "Two records are two, whatever they say: each has an offset of its own.")
  public static final class TakesTextsOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countOnly(env, at, new FirstOfItsText());
    }
  }

  /** Remembers the texts of dead letters. */
  private static final class FirstOfItsText implements FilterFunction<Parsed> {

    private static final long serialVersionUID = 1L;

    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean filter(Parsed parsed) {
      return parsed.isOrder() || seen.add(parsed.dead().text());
    }
  }

  @Misconception(
      headline = "Orders that cost nothing are in no count.",
      when = "only amounts above zero are taken for orders.",
      rule = "What the task does not leave out is counted: zero is an amount, too.")
  public static final class LeavesOutTheFree implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countOnly(env, at, it -> !it.isOrder() || it.order().amountCents() > 0);
    }
  }

  @Misconception(
      headline = "Orders of the partition that is behind are late, and in no count.",
      when = "there is one watermark for all partitions, behind the source.",
      rule = "Only the source knows partitions: given to it, a strategy works in each of them.")
  public static final class OneForAllPartitions implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      write(
          at,
          env.fromSource(topic(at), WatermarkStrategy.noWatermarks(), "orders")
              .assignTimestampsAndWatermarks(patient()));
    }
  }

  @Misconception(
      headline = "No window ends, because one partition has nothing to say.",
      when = "the source waits for a silent partition for ever.",
      rule = "The slowest partition sets the watermark, unless it is declared idle.")
  public static final class WaitsForTheSilent implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countBy(env, at, aMinuteBehind());
    }
  }

  @Misconception(
      headline = "A window ends although a partition has been silent for less than a minute.",
      when = "a partition is idle after a second without a record.",
      rule = "Whoever is declared idle too soon comes back late.")
  public static final class LosesPatience implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      countBy(env, at, aMinuteBehind().withIdleness(Duration.ofSeconds(1)));
    }
  }

  @Misconception(
      headline = "A malformed record has moved the time, and orders after it are late.",
      when = "what is no order has the time at which its record was written.",
      rule = "Only what is known to be an event may move the watermark.")
  public static final class TrustsTheRecordsTime implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      WatermarkStrategy<Parsed> trusting =
          WatermarkStrategy.<Parsed>forBoundedOutOfOrderness(Duration.ofMinutes(1))
              .withTimestampAssigner(
                  (parsed, written) ->
                      parsed.isOrder() ? parsed.order().eventTime().toEpochMilli() : written)
              .withIdleness(PATIENCE);
      countBy(env, at, trusting);
    }
  }

  @Misconception(
      headline = "Orders are in the window in which their records were written.",
      when = "nobody says what the time of an order is, and its record's is taken.",
      rule = "Without a timestamp assigner a Kafka source takes what the producer's clock said.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      WatermarkStrategy<Parsed> asWritten =
          WatermarkStrategy.<Parsed>forBoundedOutOfOrderness(Duration.ofMinutes(1))
              .withIdleness(PATIENCE);
      countBy(env, at, asWritten);
    }
  }

  @Misconception(
      headline = "An order that came out of order is late, and in no count.",
      when = "the watermark is as far as the latest order.",
      rule = "A watermark says that nothing older will come: stay as far behind as orders may be.")
  public static final class ExpectsOrderedOrders implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      WatermarkStrategy<Parsed> ordered =
          WatermarkStrategy.<Parsed>forMonotonousTimestamps()
              .withTimestampAssigner(
                  (parsed, written) ->
                      parsed.isOrder() ? parsed.order().eventTime().toEpochMilli() : Long.MIN_VALUE)
              .withIdleness(PATIENCE);
      countBy(env, at, ordered);
    }
  }

  @Misconception(
      headline = "A dead letter does not say where its record is.",
      when = "only the text of a record is kept.",
      rule = "Partition and offset are the name of a record: with them it can be read again.")
  public static final class NamesNoPlace implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<Parsed> parsed = env.fromSource(topic(at), patient(), "orders");
      counts(parsed.filter(Parsed::isOrder).map(Parsed::order)).sinkTo(sink(at, "order-counts"));
      parsed
          .filter(it -> !it.isOrder())
          .map(it -> new ObjectMapper().createObjectNode().put("text", it.dead().text()).toString())
          .sinkTo(sink(at, "orders-dead"));
    }
  }

  @Misconception(
      headline = "The offsets in the dead letters are not those of the records.",
      when = "records are counted as they are read, instead of asking for their offset.",
      rule = "A count starts anew after a failure, and knows no partitions. Kafka has both.")
  public static final class CountsItself implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      write(at, env.fromSource(topic(at, new CountingSchema()).build(), patient(), "orders"));
    }
  }

  /** Counts what is malformed, from 0. */
  private static final class CountingSchema implements KafkaRecordDeserializationSchema<Parsed> {

    private static final long serialVersionUID = 1L;

    private transient long read;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Parsed> out) {
      Parsed parsed = Parsed.of(record);
      out.collect(
          parsed.isOrder() ? parsed : Parsed.of(record.partition(), read++, parsed.dead().text()));
    }

    @Override
    public TypeInformation<Parsed> getProducedType() {
      return TypeInformation.of(Parsed.class);
    }
  }

  @Misconception(
      headline = "What lay in the topic before the job started is missing.",
      when = "the source starts at the end of the topic.",
      rule = "Without a checkpoint to go back to, the starting offsets decide what is read at all.")
  public static final class StartsAtTheEnd implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      write(
          at,
          env.fromSource(
              topic(at, new ParsedSchema()).setStartingOffsets(OffsetsInitializer.latest()).build(),
              patient(),
              "orders"));
    }
  }

  @Misconception(
      headline = "The job failed once, and did not start again.",
      when = "no checkpoints are enabled.",
      rule = "Checkpoints are what Flink goes back to: offsets, windows and timers, all together.")
  public static final class TakesNoCheckpoints implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      write(at, env.fromSource(topic(at), patient(), "orders"));
    }
  }
}
