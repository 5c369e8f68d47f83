package kata.flink.late;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.SlidingProcessingTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.OutputTag;

/** What people get wrong when they put late events aside. */
public final class LateToSideOutputMisconceptions {

  private LateToSideOutputMisconceptions() {}

  private static DataStream<PageCount> split(
      DataStream<ClickEvent> views,
      WindowAssigner<Object, TimeWindow> windows,
      Duration lateness,
      OutputTag<ClickEvent> tag) {
    return views
        .keyBy(ClickEvent::page)
        .window(windows)
        .allowedLateness(lateness)
        .sideOutputLateData(tag)
        .process(new Windows.CountAll());
  }

  private static DataStream<PageCount> byHand(DataStream<ClickEvent> views, SplitByHand byHand) {
    return views.keyBy(ClickEvent::page).process(byHand);
  }

  @Misconception(
      headline = "The side output is empty: late views disappear.",
      when = "nothing is sent to the tag, or the stream of a step after the window is returned.",
      rule = "Late events are dropped in silence unless the window is told where to send them.")
  public static final class NothingSent extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .keyBy(ClickEvent::page)
          .window(Windows.tenEveryFive())
          .process(new Windows.CountAll());
    }
  }

  @Misconception(
      headline = "Views were put aside although one of their windows was still open.",
      when = "every view that is older than the watermark is taken for late.",
      rule =
          "A view is late when all its windows are past, not when the watermark is past the view.",
      hint = 2)
  public static final class BehindWatermark extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return time <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "Views were put aside although they were counted in a window.",
      when = "every view behind the watermark is reported, whether it still counts or not.",
      rule = "The side output holds what is in no result: each view is in one place or the other.",
      hint = 2)
  public static final class ReportsAllBehindWatermark extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return time <= watermark;
            }

            @Override
            boolean countsToo() {
              return true;
            }
          });
    }
  }

  @Misconception(
      headline = "A view was put aside as soon as it had missed its first window.",
      when = "the first window alone decides whether a view is late.",
      rule = "A view is late when all its windows are past: the last one decides.",
      hint = 2)
  public static final class FirstWindowDecides extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return firstEnd - 1 <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "A view that missed its first window was counted in the next, and put aside too.",
      when = "each window that a view has missed is reported.",
      rule = "The side output holds what is in no result: each view is in one place or the other.",
      hint = 2)
  public static final class ReportsEachMissedWindow extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return firstEnd - 1 <= watermark;
            }

            @Override
            boolean countsToo() {
              return true;
            }

            @Override
            int copies(long firstEnd, long watermark) {
              return firstEnd + SLIDE - 1 <= watermark ? 2 : 1;
            }
          });
    }
  }

  @Misconception(
      headline = "A view on the limit was put aside a millisecond too late.",
      when = "the end of a window is compared with the watermark, not its last timestamp.",
      rule = "A window is past when the watermark reaches end - 1 ms.",
      hint = 2)
  public static final class LimitOff extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return firstEnd + SLIDE <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "A view was put aside for being five minutes old; its second window was open.",
      when = "the age of a view is compared with the slide.",
      rule = "Windows have ends, views have ages: the end of the last window decides, not the age.",
      hint = 2)
  public static final class OlderThanSlide extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return time + SLIDE <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "A view whose windows were all past is neither counted nor put aside.",
      when = "the age of a view is compared with the size of the windows.",
      rule =
          "Windows have ends, views have ages: a window may end sooner than its size after a view.",
      hint = 2)
  public static final class OlderThanSize extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return time + SIZE <= watermark;
            }
          });
    }
  }

  @Misconception(
      headline = "The rows are right, but the counts of windows that are past are still in state.",
      when = "nothing removes the count of a window that has ended.",
      rule = "State stays until you clear it: for each key and window, for ever.",
      hint = 3)
  public static final class StateStays extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            void forget(MapState<Long, Long> counts, long end) {}
          });
    }
  }

  @Misconception(
      headline = "Of several late views of a page only the first was put aside.",
      when = "a flag in state stops a page from being reported again.",
      rule = "Each late view goes aside, once: it is views that are reported, not pages.",
      hint = 2)
  public static final class OncePerPage extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(views, new Variant());
    }

    private static final class Variant extends SplitByHand {
      private transient ValueState<Boolean> reported;

      @Override
      public void open(OpenContext context) {
        super.open(context);
        reported =
            getRuntimeContext().getState(new ValueStateDescriptor<>("reported", Boolean.class));
      }

      @Override
      int copies(long firstEnd, long watermark) throws Exception {
        boolean first = reported.value() == null;
        reported.update(true);
        return first ? 1 : 0;
      }
    }
  }

  @Misconception(
      headline = "Every view was put aside.",
      when = "all events are sent to the side output.",
      rule = "Only what is in no window goes aside.",
      hint = 2)
  public static final class EverythingAside extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return byHand(
          views,
          new SplitByHand() {
            @Override
            boolean goesAside(long time, long firstEnd, long watermark) {
              return true;
            }

            @Override
            boolean countsToo() {
              return true;
            }
          });
    }
  }

  @Misconception(
      headline = "Windows were corrected, and late views are missing on the side.",
      when = "lateness is allowed as well.",
      rule =
          "With allowed lateness a late view fires its window again, and only later ones go aside.")
  public static final class LatenessAllowed extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return split(
          views, Windows.tenEveryFive(), Windows.FIVE_MINUTES, LateToSideOutputAlternatives.LATE);
    }
  }

  @Misconception(
      headline = "The windows do not overlap, and views are late sooner than they should be.",
      when = "tumbling windows of five minutes take the place of sliding ones.",
      rule = "Of ten minutes every five, each view lies in two windows, and the later one decides.")
  public static final class Tumbling extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return split(views, Windows.five(), Duration.ZERO, LateToSideOutputAlternatives.LATE);
    }
  }

  @Misconception(
      headline = "Nothing came out: your windows do not look at event time.",
      when = "the windows follow the clock of the machine (processing time).",
      rule = "In processing time nothing is ever late, and nothing can be replayed.")
  public static final class ProcessingTime extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return split(
          views,
          SlidingProcessingTimeWindows.of(Windows.TEN_MINUTES, Windows.FIVE_MINUTES),
          Duration.ZERO,
          LateToSideOutputAlternatives.LATE);
    }
  }

  @Misconception(
      headline = "There are no windows that start at five past.",
      when = "tumbling windows of ten minutes take the place of sliding ones.",
      rule = "The last ten minutes, every five: a window of ten minutes starts every five minutes.")
  public static final class TumblingTen extends LateToSideOutputAlternatives.Job {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return split(
          views,
          TumblingEventTimeWindows.of(Windows.TEN_MINUTES),
          Duration.ZERO,
          LateToSideOutputAlternatives.LATE);
    }
  }
}
