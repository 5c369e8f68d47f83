package kata.flink.capstone;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kata.datasets.ClickEvent;
import kata.datasets.ConversionRate;
import kata.datasets.EventType;
import kata.datasets.LateEvent;
import kata.datasets.PageCount;
import kata.datasets.VisitCount;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** The small steps that the other answers have in common; they look at all events of a window. */
final class Reports {

  static final Duration GAP = Duration.ofMinutes(30);
  static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private static final OutputTag<ClickEvent> LATE = new OutputTag<>("late") {};

  private Reports() {}

  static WindowAssigner<Object, TimeWindow> five() {
    return TumblingEventTimeWindows.of(FIVE_MINUTES);
  }

  static WindowAssigner<Object, TimeWindow> tenEveryTwo() {
    return SlidingEventTimeWindows.of(TEN_MINUTES, TWO_MINUTES);
  }

  static DataStream<ClickEvent> views(DataStream<ClickEvent> events) {
    return events.filter(event -> event.eventType() == EventType.PAGE_VIEW);
  }

  /** Returns what is too late for its windows and a lateness. */
  static DataStream<LateEvent> late(
      DataStream<ClickEvent> events,
      WindowAssigner<Object, TimeWindow> windows,
      Duration lateness) {
    return events
        .keyBy(ClickEvent::userId)
        .window(windows)
        .allowedLateness(lateness)
        .sideOutputLateData(LATE)
        .process(new Visits())
        .getSideOutput(LATE)
        .map(Reports::late);
  }

  static LateEvent late(ClickEvent event) {
    return new LateEvent(event.eventId(), event.eventTime());
  }

  static Instant start(TimeWindow window) {
    return Instant.ofEpochMilli(window.getStart());
  }

  static Instant end(TimeWindow window) {
    return Instant.ofEpochMilli(window.getEnd());
  }

  /** Counts the events of a window; its bounds can be overridden. */
  static class Visits extends ProcessWindowFunction<ClickEvent, VisitCount, String, TimeWindow> {

    @Override
    public void process(
        String key, Context context, Iterable<ClickEvent> events, Collector<VisitCount> out) {
      String user = events.iterator().next().userId();
      long count = events.spliterator().getExactSizeIfKnown();
      Instant end = endOf(context.window(), events);
      out.collect(new VisitCount(start(context.window()), end, user, count));
    }

    Instant endOf(TimeWindow session, Iterable<ClickEvent> events) {
      return end(session);
    }
  }

  /** How many people and purchases there were among some events. */
  record Numbers(long events, long visitors, long buyers, long purchases) {}

  /** Decides how the rate of a window is worked out. */
  interface Rate extends Serializable {
    long perMille(Numbers numbers);
  }

  /** Works out the conversion rate of a window. */
  static class Conversion extends ProcessAllWindowFunction<ClickEvent, ConversionRate, TimeWindow> {

    private static final long serialVersionUID = 1L;

    private final Rate rate;

    Conversion(Rate rate) {
      this.rate = rate;
    }

    @Override
    public void process(
        Context context, Iterable<ClickEvent> events, Collector<ConversionRate> out) {
      Set<String> visitors = new HashSet<>();
      Set<String> buyers = new HashSet<>();
      long count = 0;
      long purchases = 0;
      for (ClickEvent event : events) {
        count++;
        visitors.add(event.userId());
        if (event.eventType() == EventType.PURCHASE) {
          purchases++;
          buyers.add(event.userId());
        } else {
          boughtNothing(event.userId(), buyers);
        }
      }
      Numbers numbers = new Numbers(count, visitors.size(), buyers.size(), purchases);
      out.collect(
          new ConversionRate(
              start(context.window()),
              end(context.window()),
              count,
              visitors.size(),
              buyers.size(),
              rate.perMille(numbers)));
    }

    /** Decides what an event that is no purchase changes: nothing. */
    void boughtNothing(String user, Set<String> buyers) {}
  }

  /** Counts the pages of a window and keeps the first of those with the most views. */
  static class Best extends ProcessAllWindowFunction<ClickEvent, PageCount, TimeWindow> {

    @Override
    public void process(Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      Map<String, Long> counts = new TreeMap<>();
      views.forEach(view -> counts.merge(view.page(), 1L, Long::sum));
      String best = null;
      for (String page : counts.keySet()) {
        if (best == null || wins(counts.get(page), counts.get(best))) {
          best = page;
        }
      }
      out.collect(
          new PageCount(start(context.window()), end(context.window()), best, counts.get(best)));
    }

    /** Decides whether a page wins over one that sorts before it. */
    boolean wins(long views, long viewsBefore) {
      return views > viewsBefore;
    }
  }
}
