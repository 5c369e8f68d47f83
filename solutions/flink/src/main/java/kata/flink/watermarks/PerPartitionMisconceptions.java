package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.SourceJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What people get wrong about the place of a watermark strategy. */
public final class PerPartitionMisconceptions {

  private PerPartitionMisconceptions() {}

  private static WatermarkStrategy<ClickEvent> waiting(Duration bound) {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(bound)
        .withTimestampAssigner(Strategies.EVENT_TIME);
  }

  private static WatermarkStrategy<ClickEvent> inOrder() {
    return waiting(Duration.ZERO);
  }

  @Misconception(
      headline = "The partition that was read later came too late.",
      when = "the strategy stands behind the source.",
      rule = "Only the source sees partitions; behind it their mixture looks like disorder.",
      hint = 2)
  public static final class BehindTheSource implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, WatermarkStrategy.noWatermarks(), "clicks")
          .assignTimestampsAndWatermarks(inOrder());
    }
  }

  @Misconception(
      headline = "The partition that was read later came too late.",
      when = "the strategy stands in the source, and then another one behind it.",
      rule = "A strategy behind the source replaces the watermarks that came from the source.",
      hint = 2,
      sameAs = "BehindTheSource")
  public static final class InBothPlaces implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, inOrder(), "clicks").assignTimestampsAndWatermarks(inOrder());
    }
  }

  @Misconception(
      headline = "The windows came out ten minutes late, and views were late all the same.",
      when = "a strategy behind the source has to wait for the other partitions.",
      rule =
          "How far partitions are apart has no bound; no waiting time behind the source is enough.",
      hint = 2)
  public static final class PatienceBehindTheSource implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, WatermarkStrategy.noWatermarks(), "clicks")
          .assignTimestampsAndWatermarks(waiting(Duration.ofMinutes(10)));
    }
  }

  @Misconception(
      headline = "The windows came out five minutes late.",
      when = "the strategy in the source waits for events out of order.",
      rule =
          "In order is in order: where a partition keeps its order there is nothing to wait for.")
  public static final class PatienceInTheSource implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, waiting(Duration.ofMinutes(5)), "clicks");
    }
  }

  @Misconception(
      headline = "Your strategy stands behind a key, where the lab cannot drive it.",
      when = "the watermarks are to be made for each key.",
      rule = "A key has no clock of its own: watermarks belong to the whole stream of a task.",
      hint = 2)
  public static final class ClockForEachKey implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, WatermarkStrategy.noWatermarks(), "clicks")
          .keyBy(ClickEvent::page)
          .assignTimestampsAndWatermarks(inOrder());
    }
  }

  @Misconception(
      headline = "A partition whose turn had not come was taken for a silent one.",
      when = "partitions are left out from which nothing has come for a while.",
      rule = "Idleness gives up waiting; a partition that is read later is not idle.",
      hint = 3)
  public static final class IdleTooSoon implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, inOrder().withIdleness(Duration.ofSeconds(10)), "clicks");
    }
  }

  @Misconception(
      headline = "The clock never moved: every row came out only because the input ended.",
      when = "the source only assigns timestamps.",
      rule = "Timestamps say when events happened; without watermarks no window is ever complete.")
  public static final class TimestampsOnly implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(
          source,
          WatermarkStrategy.<ClickEvent>noWatermarks().withTimestampAssigner(Strategies.EVENT_TIME),
          "clicks");
    }
  }

  @Misconception(
      headline = "The stream has neither your timestamps nor your watermarks.",
      when = "the stream from before the assignment is returned.",
      rule = "Streams do not change: the call gives a new one, and only that has the watermarks.",
      hint = 2)
  public static final class NewStreamDropped implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      DataStream<ClickEvent> clicks =
          env.fromSource(source, WatermarkStrategy.noWatermarks(), "clicks");
      clicks.assignTimestampsAndWatermarks(inOrder());
      return clicks;
    }
  }

  @Misconception(
      headline = "Views were put where they were read, not where they happened.",
      when = "no timestamp assigner is given.",
      rule = "Without an assigner an event keeps the time that the source gave to its record.",
      hint = 3)
  public static final class NoAssigner implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(source, WatermarkStrategy.forMonotonousTimestamps(), "clicks");
    }
  }

  @Misconception(
      headline = "A second view of the same time was late.",
      when = "the watermark is the time of the newest view itself.",
      rule =
          "In order allows equal times, so that a watermark stands a millisecond before the"
              + " newest.",
      hint = 3)
  public static final class NothingOfTheSameTime implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      WatermarkStrategy<ClickEvent> strict =
          Strategies.byHand(context -> new Strategies.Behind(Long.MIN_VALUE, 0));
      return env.fromSource(source, strict, "clicks");
    }
  }

  @Misconception(
      headline = "The clock stood in December 1969 before anything had come.",
      when = "the newest time of a partition starts at zero.",
      rule = "Zero is a moment like any other; before the first event nothing is known.",
      hint = 3)
  public static final class StartsAtZero implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      WatermarkStrategy<ClickEvent> fromZero =
          Strategies.byHand(context -> new Strategies.Behind(0, 1));
      return env.fromSource(source, fromZero, "clicks");
    }
  }

  @Misconception(
      headline = "The windows lie in January 1970.",
      when = "the time of an event is given in seconds.",
      rule = "Event time is counted in milliseconds since 1970.",
      hint = 3)
  public static final class SecondsForMilliseconds implements SourceJob {
    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(
          source,
          WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
              .withTimestampAssigner((event, arrival) -> event.eventTime().getEpochSecond()),
          "clicks");
    }
  }
}
