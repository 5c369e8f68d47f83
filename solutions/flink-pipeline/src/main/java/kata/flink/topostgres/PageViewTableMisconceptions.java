package kata.flink.topostgres;

import static kata.flink.topostgres.PageViewTable.CHECKPOINT_INTERVAL;
import static kata.flink.topostgres.PageViewTable.UPSERT;
import static kata.flink.topostgres.PageViewTable.aMinuteBehind;
import static kata.flink.topostgres.PageViewTable.counts;
import static kata.flink.topostgres.PageViewTable.table;
import static kata.flink.topostgres.PageViewTable.topic;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.pipeline.Pipeline;
import kata.flink.topostgres.PageViewTable.CountViews;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.WindowedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.PurgingTrigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Wrong answers to {@link PageViewTable}. */
public final class PageViewTableMisconceptions {

  private static final String COLUMNS =
      "insert into page_views (window_start, window_end, page, views) values (?, ?, ?, ?)";

  private PageViewTableMisconceptions() {}

  private static DataStream<ClickEvent> views(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    return env.fromSource(topic(at, OffsetsInitializer.earliest()), aMinuteBehind(), "clicks");
  }

  private static WindowedStream<ClickEvent, String, TimeWindow> windows(
      DataStream<ClickEvent> views) {
    return views.keyBy(ClickEvent::page).window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)));
  }

  private static DataStream<PageCount> counted(
      WindowedStream<ClickEvent, String, TimeWindow> windows) {
    return windows.aggregate(new CountViews(), new CountViews.Label());
  }

  @Misconception(
      headline = "The job cannot write a row a second time, so it never gets past that row.",
      when = "a row is only ever inserted.",
      rule = "A row comes again after a failure or a correction: the statement must be idempotent.")
  public static final class InsertsOnly implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(views(env, at)).sinkTo(table(at, COLUMNS));
    }
  }

  @Misconception(
      headline = "The table shows what a window had at first, and no correction.",
      when = "a row that is there already is left as it is.",
      rule = "The last row of a window and key is the right one: it has to replace the one before.")
  public static final class KeepsFirst implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(views(env, at)).sinkTo(table(at, COLUMNS + " on conflict do nothing"));
    }
  }

  @Misconception(
      headline = "Views are counted several times in the table.",
      when = "a row that comes again is added to the one that is there.",
      rule = "A window says what it has in all, each time. What is whole replaces, and never adds.")
  public static final class AddsUp implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(views(env, at))
          .sinkTo(
              table(
                  at,
                  COLUMNS
                      + " on conflict (window_start, page)"
                      + " do update set views = page_views.views + excluded.views"));
    }
  }

  @Misconception(
      headline = "The database does not take the statement: it knows no such key.",
      when = "a page is taken for the key of a table that has a row for each window and page.",
      rule = "A windowed result is identified by its window and its key together.")
  public static final class OneRowPerPage implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(views(env, at))
          .sinkTo(table(at, COLUMNS + " on conflict (page) do update set views = excluded.views"));
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
      counts(env.fromSource(topic(at, OffsetsInitializer.latest()), aMinuteBehind(), "clicks"))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "Views that were sent late are in the window in which they were sent.",
      when = "nobody says what the time of a view is, and its record's is taken.",
      rule =
          "Without a timestamp assigner a Kafka source takes the time at which a record was sent.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      WatermarkStrategy<ClickEvent> asSent =
          WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMinutes(1));
      counts(env.fromSource(topic(at, OffsetsInitializer.earliest()), asSent, "clicks"))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "The job failed once, and did not start again.",
      when = "no checkpoints are enabled.",
      rule = "Checkpoints are what Flink goes back to: offsets, windows and timers, all together.")
  public static final class TakesNoCheckpoints implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(env.fromSource(topic(at, OffsetsInitializer.earliest()), aMinuteBehind(), "clicks"))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "No window has ended while the story was told, so the table stays empty.",
      when = "windows follow the clock of the machine instead of the time of the views.",
      rule = "In processing time the same topic gives other windows each time it is read.")
  public static final class FollowsTheMachinesClock implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counted(
              views(env, at)
                  .keyBy(ClickEvent::page)
                  .window(TumblingProcessingTimeWindows.of(Duration.ofMinutes(5))))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "Late views are in no row: their windows were forgotten at once.",
      when = "windows have no allowed lateness.",
      rule = "A window is kept, to be corrected, only for as long as its allowed lateness says.")
  public static final class ForgetsAtOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counted(windows(views(env, at))).sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "A window is in the table while views of it may still come.",
      when = "the watermark follows the latest view at once.",
      rule = "Allowed lateness mends a row that came too early; the watermark says when it is due.")
  public static final class WaitsForNothing implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      WatermarkStrategy<ClickEvent> ascending =
          WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
              .withTimestampAssigner((view, written) -> view.eventTime().toEpochMilli());
      counts(env.fromSource(topic(at, OffsetsInitializer.earliest()), ascending, "clicks"))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "The last views that are still in time are not counted.",
      when = "the minute that the watermark is behind is taken off the ten.",
      rule = "Lateness counts from the watermark, which has waited its minute already.")
  public static final class TakesOffTheDelay implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counted(windows(views(env, at)).allowedLateness(Duration.ofMinutes(9)))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "A view is counted that came more than ten minutes too late.",
      when = "the minute that the watermark is behind is added to the ten.",
      rule = "Lateness counts from the watermark, which has waited its minute already.")
  public static final class AddsTheDelay implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counted(windows(views(env, at)).allowedLateness(Duration.ofMinutes(11)))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "The windows in the table lie hours beside those of the views.",
      when = "a local time in UTC is written as one of this machine's zone.",
      rule = "Timestamp.valueOf takes a local time of this machine; Timestamp.from takes a moment.")
  public static final class WritesLocalTimes implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counts(views(env, at))
          .map(
              row ->
                  new PageCount(
                      local(row.windowStart()), local(row.windowEnd()), row.page(), row.views()))
          .sinkTo(table(at, UPSERT));
    }

    private static Instant local(Instant moment) {
      return Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)).toInstant();
    }
  }

  @Misconception(
      headline = "After a correction the row has only the views that came late.",
      when = "a window is emptied each time it fires.",
      rule = "A row that replaces another has to be whole, so the window must keep its count.")
  public static final class ReplacesByIncrements implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      counted(
              windows(views(env, at))
                  .allowedLateness(Duration.ofMinutes(10))
                  .trigger(PurgingTrigger.of(EventTimeTrigger.create())))
          .sinkTo(table(at, UPSERT));
    }
  }
}
