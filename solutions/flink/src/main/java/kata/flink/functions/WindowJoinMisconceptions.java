package kata.flink.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kata.datasets.BuyerView;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.flink.lab.JoinJob;
import kata.harness.diagnosis.Misconception;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import org.apache.flink.util.Collector;

/** What people get wrong when two streams meet in a window. */
public final class WindowJoinMisconceptions {

  private WindowJoinMisconceptions() {}

  /** Makes the row of a pair whose times and page may be those of the other event. */
  private static BuyerView pair(
      ClickEvent view, ClickEvent purchase, Instant viewed, Instant bought, String page) {
    BuyerView right = Pairs.pair(view, purchase);
    return new BuyerView(
        right.windowStart(), right.windowEnd(), right.user(), viewed, bought, page, right.millis());
  }

  @Misconception(
      headline = "Pairs were made across the end of a window, and came out before it.",
      when = "each purchase is joined with the views around it, without windows.",
      rule =
          "An interval join measures the distance of two events; a window join asks for one"
              + " window.",
      hint = 2)
  public static final class IntervalJoin implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return views
          .keyBy(ClickEvent::userId)
          .intervalJoin(purchases.keyBy(ClickEvent::userId))
          .between(Duration.ofMinutes(-10), Duration.ofMinutes(10))
          .process(new Near());
    }

    private static final class Near extends ProcessJoinFunction<ClickEvent, ClickEvent, BuyerView> {
      @Override
      public void processElement(
          ClickEvent view, ClickEvent purchase, Context context, Collector<BuyerView> out) {
        out.collect(Pairs.pair(view, purchase));
      }
    }
  }

  @Misconception(
      headline = "Views that came after the purchase are missing.",
      when = "only views before the purchase are joined.",
      rule =
          "In a window join the order of the two does not matter, only that both lie in the"
              + " window.")
  public static final class ViewsBeforeOnly implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.coGroup(views, purchases, ViewsBeforeOnly::pairs);
    }

    private static void pairs(
        Iterable<ClickEvent> all, Iterable<ClickEvent> bought, Collector<BuyerView> out) {
      for (ClickEvent view : all) {
        for (ClickEvent purchase : bought) {
          if (Pairs.millis(view, purchase) >= 0) {
            out.collect(Pairs.pair(view, purchase));
          }
        }
      }
    }
  }

  @Misconception(
      headline = "Of two purchases in a window, only one was joined.",
      when = "the views are joined with the first purchase that the window holds.",
      rule = "Each view meets each purchase: two of one kind and two of the other are four pairs.")
  public static final class OnePurchaseOnly implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.coGroup(views, purchases, OnePurchaseOnly::pairs);
    }

    private static void pairs(
        Iterable<ClickEvent> all, Iterable<ClickEvent> bought, Collector<BuyerView> out) {
      for (ClickEvent view : all) {
        for (ClickEvent purchase : bought) {
          out.collect(Pairs.pair(view, purchase));
          break;
        }
      }
    }
  }

  @Misconception(
      headline = "Of two purchases at the same moment, only one was joined.",
      when = "the purchases of a window are put into a map by their time.",
      rule = "A time does not identify an event: two of one user may bear the same millisecond.")
  public static final class OnePurchaseEachMoment implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.coGroup(views, purchases, OnePurchaseEachMoment::pairs);
    }

    private static void pairs(
        Iterable<ClickEvent> all, Iterable<ClickEvent> bought, Collector<BuyerView> out) {
      Map<Instant, ClickEvent> byTime = new TreeMap<>();
      bought.forEach(purchase -> byTime.put(purchase.eventTime(), purchase));
      for (ClickEvent view : all) {
        byTime.values().forEach(purchase -> out.collect(Pairs.pair(view, purchase)));
      }
    }
  }

  @Misconception(
      headline = "A page that was viewed twice was joined once.",
      when = "a page meets a purchase only once.",
      rule = "Views are joined, not pages: two views of one page are two rows.")
  public static final class OnePairForEachPage implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.coGroup(views, purchases, OnePairForEachPage::pairs);
    }

    private static void pairs(
        Iterable<ClickEvent> all, Iterable<ClickEvent> bought, Collector<BuyerView> out) {
      Set<String> pages = new HashSet<>();
      for (ClickEvent view : all) {
        if (pages.add(view.page())) {
          for (ClickEvent purchase : bought) {
            out.collect(Pairs.pair(view, purchase));
          }
        }
      }
    }
  }

  @Misconception(
      headline = "Of two pairs with equal rows, only one came out.",
      when = "the rows of a window are put into a set, which keeps each of them once.",
      rule = "Each pair is a row: two views of a page at one moment give two rows that are equal.")
  public static final class NoRowTwice implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.coGroup(views, purchases, NoRowTwice::pairs);
    }

    private static void pairs(
        Iterable<ClickEvent> all, Iterable<ClickEvent> bought, Collector<BuyerView> out) {
      Set<BuyerView> rows = new LinkedHashSet<>();
      for (ClickEvent view : all) {
        bought.forEach(purchase -> rows.add(Pairs.pair(view, purchase)));
      }
      rows.forEach(out::collect);
    }
  }

  @Misconception(
      headline = "The time between a purchase and a view after it is not negative.",
      when = "the distance is taken without its sign.",
      rule = "From the view to the purchase: if the view came later, that is negative.")
  public static final class SignLost implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              Pairs.row(
                  Pairs.startOf(view), view, purchase, Math.abs(Pairs.millis(view, purchase))));
    }
  }

  @Misconception(
      headline = "The times between have the wrong sign.",
      when = "the time of the purchase is taken from that of the view.",
      rule = "From the view to the purchase: later less earlier, if the view came first.")
  public static final class WrongWayRound implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              Pairs.row(Pairs.startOf(view), view, purchase, -Pairs.millis(view, purchase)));
    }
  }

  @Misconception(
      headline = "The window starts with the view.",
      when = "the time of the view is taken for the start of the window.",
      rule = "A join function is not told its window; its start is a multiple of its size.",
      hint = 3)
  public static final class StartsWithTheView implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              Pairs.row(view.eventTime(), view, purchase, Pairs.millis(view, purchase)));
    }
  }

  @Misconception(
      headline = "Views were joined with purchases of other visitors, or with none.",
      when = "the streams are joined on the page.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class KeyedByPage implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(views, purchases, ClickEvent::page, Pairs.windows(), Pairs::pair);
    }
  }

  @Misconception(
      headline = "A visitor who bought on another device was not recognised.",
      when = "the streams are joined on the session of the browser.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class KeyedBySession implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(views, purchases, ClickEvent::sessionId, Pairs.windows(), Pairs::pair);
    }
  }

  @Misconception(
      headline = "Views were joined with the purchases of everybody.",
      when = "all events have the same key.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class NoKey implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(views, purchases, event -> "all", Pairs.windows(), Pairs::pair);
    }
  }

  @Misconception(
      headline = "A pair came out several times.",
      when = "the windows slide, and a pair lies in more than one of them.",
      rule = "Tumbling windows follow one another; a pair lies in one of them, or in none.")
  public static final class Sliding implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          ClickEvent::userId,
          SlidingEventTimeWindows.of(Pairs.TEN_MINUTES, Duration.ofMinutes(5)),
          Pairs::pair);
    }
  }

  @Misconception(
      headline = "Pairs were made across the end of a window, and others came out late.",
      when = "session windows take the place of tumbling ones.",
      rule = "A session grows with its events; a tumbling window ends by the clock of event time.")
  public static final class Sessions implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          ClickEvent::userId,
          EventTimeSessionWindows.withGap(Pairs.TEN_MINUTES),
          Pairs::pair);
    }
  }

  @Misconception(
      headline = "Pairs that lie more than five minutes apart are missing.",
      when = "the windows are five minutes long.",
      rule = "The size of the window decides who can meet: here ten minutes.")
  public static final class ShortWindows implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          ClickEvent::userId,
          TumblingEventTimeWindows.of(Summaries.FIVE_MINUTES),
          Pairs::pair);
    }
  }

  @Misconception(
      headline = "Nothing came out: the windows do not look at event time.",
      when = "the streams are joined in windows of processing time.",
      rule =
          "Processing time asks when the machine saw an event; a bounded input ends before that.",
      hint = 2)
  public static final class ProcessingTime implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return views
          .join(purchases)
          .where(ClickEvent::userId)
          .equalTo(ClickEvent::userId)
          .window(TumblingProcessingTimeWindows.of(Pairs.TEN_MINUTES))
          .apply(Pairs::pair);
    }
  }

  @Misconception(
      headline = "What a buyer did besides page views is missing.",
      when = "the first stream is cut down to page views.",
      rule = "The task calls everything but purchases a view: the first stream needs no filter.")
  public static final class PageViewsOnly implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views.filter(event -> event.eventType() == EventType.PAGE_VIEW), purchases, Pairs::pair);
    }
  }

  @Misconception(
      headline = "The times between are seconds, not milliseconds.",
      when = "the distance is asked for in seconds.",
      rule = "A number of milliseconds is a thousand times the seconds: Duration.toMillis().")
  public static final class InSeconds implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              Pairs.row(Pairs.startOf(view), view, purchase, Pairs.millis(view, purchase) / 1000));
    }
  }

  @Misconception(
      headline = "The times between are whole seconds; what is left over is missing.",
      when = "the distance is taken in seconds, and multiplied by a thousand.",
      rule = "What a coarse unit cuts off does not come back: take the distance in milliseconds.")
  public static final class WholeSeconds implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              Pairs.row(
                  Pairs.startOf(view), view, purchase, Pairs.millis(view, purchase) / 1000 * 1000));
    }
  }

  @Misconception(
      headline = "The row names the page of the purchase, not the one that was viewed.",
      when = "the page is taken from the purchase.",
      rule = "A join function has both events: take each column from the one that it is about.")
  public static final class PageOfThePurchase implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              pair(view, purchase, view.eventTime(), purchase.eventTime(), purchase.page()));
    }
  }

  @Misconception(
      headline = "The times of the view and of the purchase have changed places.",
      when = "the first time of the row is that of the purchase.",
      rule = "A join function has both events: take each column from the one that it is about.")
  public static final class TimesSwapped implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          (view, purchase) ->
              pair(view, purchase, purchase.eventTime(), view.eventTime(), view.page()));
    }
  }

  @Misconception(
      headline = "Pairs were made across the end of a window, and came out after it.",
      when = "the windows are a quarter of an hour long.",
      rule = "The size of the window decides who can meet: here ten minutes.")
  public static final class LongWindows implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return Pairs.join(
          views,
          purchases,
          ClickEvent::userId,
          TumblingEventTimeWindows.of(Duration.ofMinutes(15)),
          Pairs::pair);
    }
  }

  @Misconception(
      headline = "Views or purchases of a later window were lost when a window ended.",
      when = "all that is kept for a user is cleared with the first window that ends.",
      rule = "Several windows of one user are open at a time; remove only what has ended.",
      hint = 3)
  public static final class ClearsAhead implements JoinJob<BuyerView> {
    @Override
    public DataStream<BuyerView> build(
        DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
      return views.union(purchases).keyBy(ClickEvent::userId).process(new ByHand());
    }

    private static final class ByHand extends KeyedProcessFunction<String, ClickEvent, BuyerView> {
      private transient ListState<ClickEvent> kept;

      @Override
      public void open(OpenContext context) {
        kept = getRuntimeContext().getListState(new ListStateDescriptor<>("in", ClickEvent.class));
      }

      @Override
      public void processElement(ClickEvent event, Context context, Collector<BuyerView> out)
          throws Exception {
        kept.add(event);
        context.timerService().registerEventTimeTimer(timerOf(event));
      }

      @Override
      public void onTimer(long time, OnTimerContext context, Collector<BuyerView> out)
          throws Exception {
        List<ClickEvent> views = new ArrayList<>();
        List<ClickEvent> purchases = new ArrayList<>();
        for (ClickEvent event : kept.get()) {
          if (timerOf(event) == time) {
            (event.eventType() == EventType.PURCHASE ? purchases : views).add(event);
          }
        }
        views.forEach(view -> purchases.forEach(it -> out.collect(Pairs.pair(view, it))));
        kept.clear();
      }

      private static long timerOf(ClickEvent event) {
        return Pairs.startOf(event).plus(Pairs.TEN_MINUTES).toEpochMilli() - 1;
      }
    }
  }
}
