package kata.flink.tumbling;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when they look for the best of each window. */
public final class BusiestPageMisconceptions {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private BusiestPageMisconceptions() {}

  private static DataStream<PageCount> counts(DataStream<ClickEvent> views) {
    return new PageViewsPerWindow().build(views);
  }

  /** Keeps the greatest; of equals, the one that came first. */
  private record Greatest(SerializableOrder order) implements ReduceFunction<PageCount> {
    @Override
    public PageCount reduce(PageCount a, PageCount b) {
      return order.compare(a, b) >= 0 ? a : b;
    }
  }

  private interface SerializableOrder extends Comparator<PageCount>, Serializable {}

  private static final SerializableOrder BY_VIEWS = (a, b) -> Long.compare(a.views(), b.views());

  private static final SerializableOrder BUSIER =
      (a, b) -> {
        int byViews = Long.compare(a.views(), b.views());
        return byViews != 0 ? byViews : b.page().compareTo(a.page());
      };

  @Misconception(
      headline = "The number belongs to the winner, the page does not.",
      when = "the field with the views is maximised, and the other fields are not.",
      rule = "max keeps the other fields of the first element; maxBy returns the element itself.")
  public static final class MaxForMaxBy implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .map(new ToTuple())
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .max(3)
          .map(it -> Counting.count(it.f0, it.f1, it.f2, it.f3));
    }

    private static final class ToTuple
        implements MapFunction<PageCount, Tuple4<Long, Long, String, Long>> {
      @Override
      public Tuple4<Long, Long, String, Long> map(PageCount count) {
        return Tuple4.of(
            count.windowStart().toEpochMilli(),
            count.windowEnd().toEpochMilli(),
            count.page(),
            count.views());
      }
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the wrong one won.",
      when = "the page that comes first keeps the place.",
      rule = "Arrival is no order to rely on; the task's rule is: the page that sorts first.")
  public static final class TieByArrival implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(new Greatest(BY_VIEWS));
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the one that sorts last won.",
      when = "the tie rule is the wrong way round.",
      rule = "Of equals the page that sorts first wins: /about before /home.")
  public static final class TieTheOtherWay implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(
              new Greatest(
                  (a, b) -> {
                    int byViews = Long.compare(a.views(), b.views());
                    return byViews != 0 ? byViews : a.page().compareTo(b.page());
                  }));
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the one that was seen last won.",
      when = "the pages are compared in the order in which they were first viewed.",
      rule = "Arrival is no order to rely on: of equals the page that sorts first wins.")
  public static final class SeenLastWins implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES)).process(new CountAsSeen());
    }

    private static final class CountAsSeen
        extends ProcessAllWindowFunction<ClickEvent, PageCount, TimeWindow> {
      @Override
      public void process(Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
        Map<String, Long> counts = new LinkedHashMap<>();
        views.forEach(view -> counts.merge(view.page(), 1L, Long::sum));
        TimeWindow window = context.window();
        PageCount best = null;
        for (Map.Entry<String, Long> page : counts.entrySet()) {
          if (best == null || page.getValue() >= best.views()) {
            best =
                Counting.count(window.getStart(), window.getEnd(), page.getKey(), page.getValue());
          }
        }
        out.collect(best);
      }
    }
  }

  @Misconception(
      headline = "The page with the fewest views won.",
      when = "the order is the wrong way round.",
      rule = "The busiest page has the most views.")
  public static final class FewestViews implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(
              new Greatest(
                  (a, b) -> {
                    int byViews = Long.compare(b.views(), a.views());
                    return byViews != 0 ? byViews : b.page().compareTo(a.page());
                  }));
    }
  }

  @Misconception(
      headline = "A window has several rows: the best so far, each time a count arrives.",
      when = "the second stage has no window.",
      rule =
          "A running maximum answers for every input; a window answers once, when it is complete.")
  public static final class RunningBest implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views).keyBy(PageCount::windowEnd).reduce(new Greatest(BUSIER));
    }
  }

  @Misconception(
      headline = "Every page of a window has a row, not only the busiest.",
      when = "the last stage, which chooses the winner, is missing.",
      rule = "A count for each page needs a second step that sees all counts of one window.")
  public static final class NoSecondStage implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views);
    }
  }

  @Misconception(
      headline = "No page has more than one view.",
      when = "the winner is chosen among single views, before they are counted.",
      rule = "Add up first, compare then: the maximum of single events is not the maximum of sums.")
  public static final class BestOfSingleViews implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .map(
              view -> {
                long size = FIVE_MINUTES.toMillis();
                long start = view.eventTime().toEpochMilli() / size * size;
                return Counting.count(start, start + size, view.page(), 1);
              })
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(new Greatest(BUSIER));
    }
  }

  @Misconception(
      headline = "A page that won an earlier window won again.",
      when = "the best is remembered from window to window.",
      rule = "Each window starts from nothing: its winner is the best of this window alone.")
  public static final class BestOfAllTimes implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(new Greatest(BUSIER))
          .keyBy(count -> "all")
          .reduce(
              (a, b) -> {
                PageCount best = BUSIER.compare(a, b) >= 0 ? a : b;
                return new PageCount(b.windowStart(), b.windowEnd(), best.page(), best.views());
              });
    }
  }

  @Misconception(
      headline = "One row came out for two windows.",
      when = "the second stage has longer windows than the first.",
      rule = "Results carry the last timestamp of their window; equal windows chain one to one.")
  public static final class LongerSecondStage implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(TumblingEventTimeWindows.of(Duration.ofMinutes(10)))
          .reduce(new Greatest(BUSIER));
    }
  }

  @Misconception(
      headline = "A winner came out several times, from windows that overlap.",
      when = "the second stage slides.",
      rule = "Tumbling windows follow one another; each count belongs to exactly one of them.")
  public static final class SlidingSecondStage implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(SlidingEventTimeWindows.of(FIVE_MINUTES, Duration.ofMinutes(1)))
          .reduce(new Greatest(BUSIER));
    }
  }

  @Misconception(
      headline = "Nothing came out: the second stage does not look at event time.",
      when = "the winner is chosen in windows of processing time.",
      rule = "Processing time asks when the machine saw a row; a bounded input ends before that.")
  public static final class ProcessingTime implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views)
          .windowAll(TumblingProcessingTimeWindows.of(FIVE_MINUTES))
          .reduce(new Greatest(BUSIER));
    }
  }

  @Misconception(
      headline = "The winners are right, but they come out one watermark too late.",
      when = "a timer waits for a moment after the end of the window.",
      rule = "All counts of a window are there when the watermark reaches its end - 1 ms.")
  public static final class TimerAfterEnd implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return counts(views).keyBy(PageCount::windowEnd).process(new ChooseLater());
    }

    private static final class ChooseLater
        extends KeyedProcessFunction<Instant, PageCount, PageCount> {

      private transient org.apache.flink.api.common.state.ValueState<PageCount> best;

      @Override
      public void open(org.apache.flink.api.common.functions.OpenContext context) {
        best =
            getRuntimeContext()
                .getState(
                    new org.apache.flink.api.common.state.ValueStateDescriptor<>(
                        "best", PageCount.class));
      }

      @Override
      public void processElement(PageCount count, Context context, Collector<PageCount> out)
          throws Exception {
        PageCount before = best.value();
        best.update(before == null || BUSIER.compare(count, before) > 0 ? count : before);
        context.timerService().registerEventTimeTimer(context.getCurrentKey().toEpochMilli() + 1);
      }

      @Override
      public void onTimer(long timestamp, OnTimerContext context, Collector<PageCount> out)
          throws Exception {
        out.collect(best.value());
        best.clear();
      }
    }
  }

  @Misconception(
      headline = "Every winner came out only because the input ended.",
      when = "watermarks are assigned anew, by a strategy that emits them every 200 ms.",
      rule =
          "Assigning watermarks drops the earlier ones; here the stream already carries its own.")
  public static final class WatermarksAssignedAgain implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return new BusiestPage()
          .build(
              views.assignTimestampsAndWatermarks(
                  WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
                      .withTimestampAssigner((view, time) -> view.eventTime().toEpochMilli())));
    }
  }

  /** Counts in a map, and compares its entries, whose numbers are objects. */
  private abstract static class CompareEntries
      extends ProcessAllWindowFunction<ClickEvent, PageCount, TimeWindow> {

    abstract boolean beats(Map.Entry<String, Long> page, Map.Entry<String, Long> best);

    /** Returns an empty map, whose order is the one in which pages are compared. */
    Map<String, Long> noCounts() {
      return new HashMap<>();
    }

    @Override
    public void process(Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      Map<String, Long> counts = noCounts();
      views.forEach(view -> counts.merge(view.page(), 1L, Long::sum));
      Map.Entry<String, Long> best = null;
      for (Map.Entry<String, Long> page : counts.entrySet()) {
        if (best == null || beats(page, best)) {
          best = page;
        }
      }
      TimeWindow window = context.window();
      out.collect(
          Counting.count(window.getStart(), window.getEnd(), best.getKey(), best.getValue()));
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the wrong one won once they had many views.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.")
  public static final class ComparesObjects implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(
              new CompareEntries() {
                @Override
                boolean beats(Map.Entry<String, Long> page, Map.Entry<String, Long> best) {
                  return page.getValue() > best.getValue()
                      || page.getValue() == best.getValue()
                          && page.getKey().compareTo(best.getKey()) < 0;
                }
              });
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the wrong one won once they had many views.",
      when = "two Longs are compared by == or !=.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.")
  public static final class ObjectsDiffer implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(
              new CompareEntries() {
                @Override
                boolean beats(Map.Entry<String, Long> page, Map.Entry<String, Long> best) {
                  return page.getValue() != best.getValue()
                      ? page.getValue() >= best.getValue()
                      : page.getKey().compareTo(best.getKey()) < 0;
                }
              });
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the wrong one won once they had many views.",
      when = "two Longs are compared by == or !=, page by page in order.",
      rule = "That asks for the same object, and Java shares those up to 127 only: use equals.")
  public static final class ObjectsInOrder implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .process(
              new CompareEntries() {
                @Override
                Map<String, Long> noCounts() {
                  return new TreeMap<>();
                }

                @Override
                boolean beats(Map.Entry<String, Long> page, Map.Entry<String, Long> best) {
                  return page.getValue() != best.getValue()
                      ? page.getValue() >= best.getValue()
                      : page.getKey().compareTo(best.getKey()) < 0;
                }
              });
    }
  }

  @Misconception(
      headline = "The winner is the page with the most visitors, not the most views.",
      when = "each user counts once for a page.",
      rule = "A page that the same user views twice has two views.")
  public static final class MostVisitors implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return new PageViewsPerWindowMisconceptions.DistinctUsers()
          .build(views)
          .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
          .reduce(new Greatest(BUSIER));
    }
  }
}
