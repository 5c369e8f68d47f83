package kata.flink.tumbling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.CountTrigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they count in tumbling windows. */
public final class PageViewsPerWindowMisconceptions {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private PageViewsPerWindowMisconceptions() {}

  private static DataStream<PageCount> count(
      DataStream<ClickEvent> views, WindowAssigner<Object, TimeWindow> windows) {
    return views
        .keyBy(ClickEvent::page)
        .window(windows)
        .aggregate(new Counting.OneByOne(), new Counting.Label());
  }

  @Misconception(
      headline = "Nothing came out: your windows do not look at event time.",
      when = "the windows follow the clock of the machine (processing time).",
      rule = "Processing time asks when the machine saw an event; only event time can be replayed.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(views, TumblingProcessingTimeWindows.of(FIVE_MINUTES));
    }
  }

  @Misconception(
      headline = "An event exactly on the boundary was counted in the window that it ends.",
      when = "the end of a window is taken as inclusive.",
      rule = "A window is [start, end): an event at 12:05:00 opens the next one.")
  public static final class InclusiveEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new HandMadeWindow() {
                @Override
                long startOf(long timestamp) {
                  return Math.floorDiv(timestamp - 1, SIZE) * SIZE;
                }

                @Override
                boolean isTooLate(long start, long watermark) {
                  return start + SIZE <= watermark;
                }
              });
    }
  }

  @Misconception(
      headline = "A row came out for every view, not one for every window.",
      when = "the count is a running one, without a window.",
      rule = "Without a window each event updates the answer; a window answers once and forgets.")
  public static final class RunningCount implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .map(
              view -> {
                long size = FIVE_MINUTES.toMillis();
                long start = view.eventTime().toEpochMilli() / size * size;
                return Counting.count(start, start + size, view.page(), 1);
              })
          .keyBy(PageCount::page)
          .reduce(
              (a, b) ->
                  new PageCount(b.windowStart(), b.windowEnd(), b.page(), a.views() + b.views()));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(views, TumblingEventTimeWindows.of(Duration.ofMinutes(10)));
    }
  }

  @Misconception(
      headline = "The windows are five seconds long, not five minutes.",
      when = "the unit of the window's size is wrong.",
      rule = "The size is a Duration: read its unit once more.")
  public static final class SecondsForMinutes implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(views, TumblingEventTimeWindows.of(Duration.ofSeconds(5)));
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the windows slide, and so overlap.",
      rule = "Tumbling windows follow one another; each event lies in exactly one of them.")
  public static final class Sliding implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(views, SlidingEventTimeWindows.of(FIVE_MINUTES, Duration.ofMinutes(1)));
    }
  }

  @Misconception(
      headline = "Your windows do not start at full five minutes.",
      when = "the windows are shifted by an offset.",
      rule = "Windows start at multiples of their size, counted from 1970-01-01T00:00Z.")
  public static final class WrongOffset implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(views, TumblingEventTimeWindows.of(FIVE_MINUTES, Duration.ofMinutes(1)));
    }
  }

  @Misconception(
      headline = "The windows start and end with the views, each at another length.",
      when = "session windows with a gap of five minutes take the place of tumbling ones.",
      rule = "A session ends after a silence; a tumbling window ends by the clock of event time.")
  public static final class Sessions implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(views, EventTimeSessionWindows.withGap(FIVE_MINUTES));
    }
  }

  @Misconception(
      headline = "The start of the row is the time of a view, not the start of the window.",
      when = "the row is labelled with the time of the window's first event.",
      rule = "Take the label from the window; every event in it has another time.")
  public static final class LabelFromFirstEvent implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(new FirstEvent());
    }

    private static final class FirstEvent
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Instant start = views.iterator().next().eventTime();
        long count = views.spliterator().getExactSizeIfKnown();
        out.collect(new PageCount(start, start.plus(FIVE_MINUTES), page, count));
      }
    }
  }

  @Misconception(
      headline = "The rows end one millisecond before their window does.",
      when = "the last timestamp of a window is taken for its end.",
      rule = "A window is [start, end): its last timestamp is end - 1 ms, its end is outside.")
  public static final class LabelMaxTimestamp implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .aggregate(new Counting.OneByOne(), new Counting.Label(TimeWindow::maxTimestamp));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the stream is windowed as a whole, without a key.",
      rule = "One result for each page needs a stream that is partitioned by page.")
  public static final class NoKey implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(
              new ProcessAllWindowFunction<>() {
                @Override
                public void process(
                    Context context, Iterable<ClickEvent> all, Collector<PageCount> out) {
                  TimeWindow window = context.window();
                  String page = all.iterator().next().page();
                  long count = all.spliterator().getExactSizeIfKnown();
                  out.collect(Counting.count(window.getStart(), window.getEnd(), page, count));
                }
              });
    }
  }

  @Misconception(
      headline = "Every row came out only because the input ended.",
      when = "watermarks are assigned anew, by a strategy that emits them every 200 ms.",
      rule =
          "Assigning watermarks drops the earlier ones; here the stream already carries its own.")
  public static final class WatermarksAssignedAgain implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(
          views.assignTimestampsAndWatermarks(
              WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
                  .withTimestampAssigner((view, time) -> view.eventTime().toEpochMilli())),
          TumblingEventTimeWindows.of(FIVE_MINUTES));
    }
  }

  @Misconception(
      headline = "The windows lie in January 1970.",
      when = "seconds are given where milliseconds are due.",
      rule = "Flink's event time is in milliseconds since 1970-01-01T00:00Z.")
  public static final class SecondsForMillis implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return count(
          views.assignTimestampsAndWatermarks(
              WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
                  .withTimestampAssigner((view, time) -> view.eventTime().getEpochSecond())),
          TumblingEventTimeWindows.of(FIVE_MINUTES));
    }
  }

  @Misconception(
      headline = "A view that came after its window had closed changed the window once more.",
      when = "lateness is allowed, and a late view fires its window again.",
      rule = "With allowed lateness each late event repeats the row; this task wants one row only.")
  public static final class LatenessAllowed implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .allowedLateness(FIVE_MINUTES)
          .aggregate(new Counting.OneByOne(), new Counting.Label());
    }
  }

  @Misconception(
      headline = "A window came out again and again while it filled.",
      when = "a trigger that fires for every event replaces the one of event time.",
      rule = "trigger(...) replaces the default, it does not add to it.")
  public static final class FiresForEveryEvent implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .trigger(CountTrigger.of(1))
          .aggregate(new Counting.OneByOne(), new Counting.Label());
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(new CountUsers());
    }

    private static final class CountUsers
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Set<String> users = new HashSet<>();
        views.forEach(view -> users.add(view.userId()));
        TimeWindow window = context.window();
        out.collect(Counting.count(window.getStart(), window.getEnd(), page, users.size()));
      }
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "the times of a window's views are kept in a set.",
      rule = "Two views may share a moment: count the views, not their times.")
  public static final class DistinctMoments implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(new CountMoments());
    }

    private static final class CountMoments
        extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {
      @Override
      public void process(
          String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Set<Instant> moments = new HashSet<>();
        views.forEach(view -> moments.add(view.eventTime()));
        TimeWindow window = context.window();
        out.collect(Counting.count(window.getStart(), window.getEnd(), page, moments.size()));
      }
    }
  }

  @Misconception(
      headline = "The rows are right, but they come out one watermark too late.",
      when = "the timer is set to the end of the window itself.",
      rule = "A window is complete when the watermark reaches end - 1 ms, its last timestamp.")
  public static final class TimerAtEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new HandMadeWindow() {
                @Override
                long timerOf(long start) {
                  return start + SIZE;
                }
              });
    }
  }

  @Misconception(
      headline = "A view for a closed window made a second row for it.",
      when = "late events are counted by a window made by hand.",
      rule =
          "An event is late when its window has fired; state and timers do not see that by"
              + " themselves.")
  public static final class LateViewsCounted implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new HandMadeWindow() {
                @Override
                boolean isTooLate(long start, long watermark) {
                  return false;
                }
              });
    }
  }

  @Misconception(
      headline = "Every view behind the watermark was dropped, even where its window was open.",
      when = "an event counts as late as soon as it is older than the watermark.",
      rule = "Lateness is a matter of the window: an event is late only when its window is past.")
  public static final class DropsBehindWatermark implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new HandMadeWindow() {
                @Override
                public void processElement(
                    ClickEvent view, Context context, Collector<PageCount> out) throws Exception {
                  if (context.timestamp() > context.timerService().currentWatermark()) {
                    super.processElement(view, context, out);
                  }
                }
              });
    }
  }

  @Misconception(
      headline = "The first view of a page decides where its windows start.",
      when = "the first event opens the first window.",
      rule = "Windows are aligned to the clock, the same for all keys, whenever events come.")
  public static final class AlignedToFirstEvent implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new HandMadeWindow() {
                private final java.util.Map<String, Long> firsts = new java.util.HashMap<>();
                private String page;

                @Override
                public void processElement(
                    ClickEvent view, Context context, Collector<PageCount> out) throws Exception {
                  page = context.getCurrentKey();
                  super.processElement(view, context, out);
                }

                @Override
                long startOf(long timestamp) {
                  long first = firsts.computeIfAbsent(page, it -> timestamp);
                  return first + Math.floorDiv(timestamp - first, SIZE) * SIZE;
                }
              });
    }
  }

  @Misconception(
      headline = "A window also counted the views of the windows before it.",
      when = "the state of a window is kept when the next one begins.",
      rule = "A tumbling window starts from nothing: clear its state when it has fired.")
  public static final class NeverForgets implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .process(
              new HandMadeWindow() {
                @Override
                void forget(MapState<Long, Long> state, long start) throws Exception {
                  Long next = state.get(start + SIZE);
                  state.put(start + SIZE, state.get(start) + (next == null ? 0 : next));
                  state.remove(start);
                }
              });
    }
  }

  @Misconception(
      headline = "What the open windows had counted was lost when the job failed.",
      when = "the counts are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 3)
  public static final class CountsInField implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new CountByEnd());
    }

    private static final class CountByEnd
        extends KeyedProcessFunction<String, ClickEvent, PageCount> {

      private final Map<Tuple2<String, Long>, Long> counts = new HashMap<>();

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageCount> out) {
        long size = FIVE_MINUTES.toMillis();
        long end = Math.floorDiv(context.timestamp(), size) * size + size;
        if (end - 1 > context.timerService().currentWatermark()) {
          counts.merge(Tuple2.of(view.page(), end), 1L, Long::sum);
          context.timerService().registerEventTimeTimer(end - 1);
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageCount> out) {
        String page = context.getCurrentKey();
        Long views = counts.remove(Tuple2.of(page, time + 1));
        if (views != null) {
          out.collect(Counting.count(time + 1 - FIVE_MINUTES.toMillis(), time + 1, page, views));
        }
      }
    }
  }

  @Misconception(
      headline = "A page has a row for each of its visitors.",
      when = "the stream is keyed by user as well.",
      rule = "What is keyed by is what has a row: a count for each page needs the page alone.")
  public static final class UserInKey implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(view -> view.page() + " " + view.userId())
          .window(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .aggregate(new Counting.OneByOne(), new Counting.Label())
          .map(
              it ->
                  new PageCount(
                      it.windowStart(), it.windowEnd(), it.page().split(" ")[0], it.views()));
    }
  }
}
