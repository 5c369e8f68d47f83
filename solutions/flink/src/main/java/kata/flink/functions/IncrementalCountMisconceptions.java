package kata.flink.functions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import kata.datasets.ClickEvent;
import kata.datasets.PageSummary;
import kata.flink.lab.StreamJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What people get wrong when a window shall add up as it goes. */
public final class IncrementalCountMisconceptions {

  private IncrementalCountMisconceptions() {}

  @Misconception(
      headline = "The summary is right, but the window kept every view until its end.",
      when = "every view is kept until its window ends, and added up only then.",
      rule =
          "A function that is handed all elements makes the window a list; keep one accumulator.",
      hint = 2)
  public static final class KeepsAllViews implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page).process(new Summaries.AllAtOnce());
    }
  }

  @Misconception(
      headline = "The summary is right, but the accumulator is a list of all views.",
      when = "the incremental function collects the views, and adds them up when the window ends.",
      rule = "An accumulator is the answer so far, and no larger than that.",
      hint = 2,
      sameAs = "KeepsAllViews")
  public static final class ListForAccumulator implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Collect(), new Summaries.Label());
    }

    private static final class Collect
        implements AggregateFunction<ClickEvent, ArrayList<ClickEvent>, Tuple3<Long, Long, Long>> {
      @Override
      public ArrayList<ClickEvent> createAccumulator() {
        return new ArrayList<>();
      }

      @Override
      public ArrayList<ClickEvent> add(ClickEvent view, ArrayList<ClickEvent> all) {
        all.add(view);
        return all;
      }

      @Override
      public Tuple3<Long, Long, Long> getResult(ArrayList<ClickEvent> all) {
        Summaries.Sum sum = new Summaries.Sum();
        Tuple3<Long, Long, Long> result = sum.createAccumulator();
        for (ClickEvent view : all) {
          result = sum.add(view, result);
        }
        return result;
      }

      @Override
      public ArrayList<ClickEvent> merge(ArrayList<ClickEvent> a, ArrayList<ClickEvent> b) {
        a.addAll(b);
        return a;
      }
    }
  }

  @Misconception(
      headline = "The rate has lost its fraction.",
      when = "a whole number is divided by a whole number.",
      rule = "Three views in five minutes are 0.6 a minute: divide in floating point.")
  public static final class WholeNumbers implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Summaries.Sum(), new Variant());
    }

    private static final class Variant extends Summaries.Label {
      @Override
      double perMinute(Tuple3<Long, Long, Long> sum) {
        return sum.f0 / 5;
      }
    }
  }

  @Misconception(
      headline = "The rate counts only the minutes between the first and the last view.",
      when = "the number of views is divided by the time that they span.",
      rule = "A rate per window is divided by the length of the window, which is five minutes.")
  public static final class RateOfTheSpan implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Summaries.Sum(), new Variant());
    }

    private static final class Variant extends Summaries.Label {
      @Override
      double perMinute(Tuple3<Long, Long, Long> sum) {
        return sum.f0 * 60_000.0 / Math.max(1, sum.f2 - sum.f1);
      }
    }
  }

  @Misconception(
      headline = "The first and the last view are those that arrived first and last.",
      when = "arrival is taken for time.",
      rule = "Events arrive in any order: compare their event times.")
  public static final class FirstArrived implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Variant(), new Summaries.Label());
    }

    private static final class Variant extends Summaries.Sum {
      @Override
      long first(long before, long time) {
        return before == Long.MAX_VALUE ? time : before;
      }

      @Override
      long last(long before, long time) {
        return time;
      }
    }
  }

  @Misconception(
      headline = "The first view lies in the year 1970.",
      when = "the earliest time starts from zero, and nothing is earlier.",
      rule =
          "An accumulator starts from what any first element replaces: for a minimum, the greatest"
              + " value.",
      hint = 3)
  public static final class StartsAtZero implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Variant(), new Summaries.Label());
    }

    private static final class Variant extends Summaries.Sum {
      @Override
      public Tuple3<Long, Long, Long> createAccumulator() {
        return Tuple3.of(0L, 0L, 0L);
      }
    }
  }

  @Misconception(
      headline = "Pages and windows were added up together.",
      when = "all windows are given the same accumulator, and change it in place.",
      rule =
          "A new accumulator for each key and window: a shared object is changed by all of them.",
      hint = 3)
  public static final class OneAccumulatorForAll implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Variant(), new Summaries.Label());
    }

    private static final class Variant extends Summaries.Sum {
      private final Tuple3<Long, Long, Long> shared = super.createAccumulator();

      @Override
      public Tuple3<Long, Long, Long> createAccumulator() {
        return shared;
      }

      @Override
      public Tuple3<Long, Long, Long> add(ClickEvent view, Tuple3<Long, Long, Long> sum) {
        long time = view.eventTime().toEpochMilli();
        shared.f0++;
        shared.f1 = first(shared.f1, time);
        shared.f2 = last(shared.f2, time);
        return shared;
      }
    }
  }

  @Misconception(
      headline = "The window starts with its first view.",
      when = "the earliest view is taken for the start of the window.",
      rule = "The bounds come from the window, which the second function is handed.",
      hint = 2)
  public static final class StartsWithFirstView implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Summaries.Sum(), new Variant());
    }

    private static final class Variant extends Summaries.Label {
      @Override
      long start(TimeWindow window, long first) {
        return first;
      }
    }
  }

  @Misconception(
      headline = "The rows end one millisecond before their window does.",
      when = "the last timestamp of a window is taken for its end.",
      rule = "A window is [start, end): its last timestamp is end - 1 ms, its end is outside.",
      hint = 2)
  public static final class LastMillisecondForEnd implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .aggregate(new Summaries.Sum(), new Variant());
    }

    private static final class Variant extends Summaries.Label {
      @Override
      long end(TimeWindow window) {
        return window.maxTimestamp();
      }
    }
  }

  @Misconception(
      headline = "Every view made a row, and no window ever began anew.",
      when = "the stream is reduced without a window.",
      rule = "Without a window every event gives the summary so far, and it never ends.")
  public static final class RunningSummary implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Running());
    }

    private static final class Running
        extends KeyedProcessFunction<String, ClickEvent, PageSummary> {
      private transient ValueState<Tuple3<Long, Long, Long>> sum;

      @Override
      public void open(OpenContext context) {
        sum =
            getRuntimeContext()
                .getState(
                    new ValueStateDescriptor<>(
                        "sum", Types.TUPLE(Types.LONG, Types.LONG, Types.LONG)));
      }

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageSummary> out)
          throws Exception {
        Summaries.Sum adder = new Summaries.Sum();
        Tuple3<Long, Long, Long> before =
            sum.value() == null ? adder.createAccumulator() : sum.value();
        Tuple3<Long, Long, Long> now = adder.add(view, before);
        sum.update(now);
        long size = Summaries.FIVE_MINUTES.toMillis();
        long start = context.timestamp() / size * size;
        out.collect(
            Summaries.row(start, start + size, view.page(), now.f0, now.f0 / 5.0, now.f1, now.f2));
      }
    }
  }

  @Misconception(
      headline = "A late view brought out a window again that had been answered.",
      when = "lateness is allowed, and every late view fires its window once more.",
      rule = "With allowed lateness a window answers again; this task wants one row only.")
  public static final class LatenessAllowed implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return Summaries.windows(views, ClickEvent::page)
          .allowedLateness(Summaries.FIVE_MINUTES)
          .aggregate(new Summaries.Sum(), new Summaries.Label());
    }
  }

  @Misconception(
      headline = "The rows are right, but summaries of windows that are over are still in state.",
      when = "nothing removes the summary of a window that has ended.",
      rule = "State stays until you clear it: for each key and window, for ever.",
      hint = 3)
  public static final class StateStays implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Variant());
    }

    private static final class Variant extends IncrementalCountAlternatives.WithTimers.ByStart {
      @Override
      void forget(MapState<Long, PageSummary> open, long start) {}
    }
  }

  @Misconception(
      headline = "What the open windows had counted was lost when the job failed.",
      when = "the views of a window are kept in a map that is a field of the function.",
      rule = "Only what is in Flink's state is in a checkpoint. A field starts anew.",
      hint = 2)
  public static final class ViewsInField implements StreamJob<ClickEvent, PageSummary> {
    @Override
    public DataStream<PageSummary> build(DataStream<ClickEvent> views) {
      return views.keyBy(ClickEvent::page).process(new Windows());
    }

    private static final class Windows
        extends KeyedProcessFunction<String, ClickEvent, PageSummary> {

      private static final long SIZE = Summaries.FIVE_MINUTES.toMillis();

      private final Map<String, TreeSet<Long>> times = new HashMap<>();
      private final Map<String, Long> views = new HashMap<>();

      @Override
      public void processElement(ClickEvent view, Context context, Collector<PageSummary> out) {
        long start = context.timestamp() - context.timestamp() % SIZE;
        if (start + SIZE - 1 > context.timerService().currentWatermark()) {
          String window = start + view.page();
          times.computeIfAbsent(window, it -> new TreeSet<>()).add(context.timestamp());
          views.merge(window, 1L, Long::sum);
          context.timerService().registerEventTimeTimer(start + SIZE - 1);
        }
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<PageSummary> out) {
        long start = time + 1 - SIZE;
        String page = context.getCurrentKey();
        TreeSet<Long> counted = times.remove(start + page);
        if (counted != null) {
          long n = views.remove(start + page);
          out.collect(
              Summaries.row(
                  start, start + SIZE, page, n, n / 5.0, counted.first(), counted.last()));
        }
      }
    }
  }
}
