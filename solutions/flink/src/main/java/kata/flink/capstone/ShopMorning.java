package kata.flink.capstone;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.ConversionRate;
import kata.datasets.EventType;
import kata.datasets.LateEvent;
import kata.datasets.PageCount;
import kata.datasets.VisitCount;
import kata.flink.lab.ReportsJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Takes for each report the window that its question asks for, and keeps as little as it can. */
public class ShopMorning implements ReportsJob<ClickEvent> {

  private static final Duration GAP = Duration.ofMinutes(30);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final OutputTag<ClickEvent> LATE = new OutputTag<>("late") {};

  @Override
  public DataStream<?> report(String name, DataStream<ClickEvent> events) {
    return switch (name) {
      case "sessions" -> sessions(events);
      case "conversion" -> conversion(events);
      case "trending" -> trending(events);
      case "late" -> late(events);
      default -> throw new IllegalArgumentException(name);
    };
  }

  DataStream<VisitCount> sessions(DataStream<ClickEvent> events) {
    return events
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withGap(GAP))
        .aggregate(new Count(), new OfUser());
  }

  DataStream<ConversionRate> conversion(DataStream<ClickEvent> events) {
    return events
        .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
        .aggregate(new Tallying(), new Rate());
  }

  DataStream<PageCount> trending(DataStream<ClickEvent> events) {
    return events
        .filter(event -> event.eventType() == EventType.PAGE_VIEW)
        .keyBy(ClickEvent::page)
        .window(SlidingEventTimeWindows.of(TEN_MINUTES, TWO_MINUTES))
        .aggregate(new Count(), new OfPage())
        .windowAll(TumblingEventTimeWindows.of(TWO_MINUTES))
        .reduce(ShopMorning::busier);
  }

  DataStream<LateEvent> late(DataStream<ClickEvent> events) {
    return events
        .windowAll(TumblingEventTimeWindows.of(FIVE_MINUTES))
        .sideOutputLateData(LATE)
        .aggregate(new Count())
        .getSideOutput(LATE)
        .map(event -> new LateEvent(event.eventId(), event.eventTime()));
  }

  private static PageCount busier(PageCount a, PageCount b) {
    if (a.views() != b.views()) {
      return a.views() > b.views() ? a : b;
    }
    return a.page().compareTo(b.page()) <= 0 ? a : b;
  }

  private static final class Count implements AggregateFunction<ClickEvent, Long, Long> {

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(ClickEvent event, Long count) {
      return count + 1;
    }

    @Override
    public Long getResult(Long count) {
      return count;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }
  }

  private static final class OfUser
      extends ProcessWindowFunction<Long, VisitCount, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<Long> counts, Collector<VisitCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new VisitCount(start, end, user, counts.iterator().next()));
    }
  }

  private static final class OfPage
      extends ProcessWindowFunction<Long, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageCount(start, end, page, counts.iterator().next()));
    }
  }

  /** What is known of five minutes. */
  private static final class Tally implements Serializable {

    private static final long serialVersionUID = 1L;

    private long events;
    private final Set<String> visitors = new HashSet<>();
    private final Set<String> buyers = new HashSet<>();
  }

  private static final class Tallying implements AggregateFunction<ClickEvent, Tally, Tally> {

    @Override
    public Tally createAccumulator() {
      return new Tally();
    }

    @Override
    public Tally add(ClickEvent event, Tally tally) {
      tally.events++;
      tally.visitors.add(event.userId());
      if (event.eventType() == EventType.PURCHASE) {
        tally.buyers.add(event.userId());
      }
      return tally;
    }

    @Override
    public Tally getResult(Tally tally) {
      return tally;
    }

    @Override
    public Tally merge(Tally a, Tally b) {
      a.events += b.events;
      a.visitors.addAll(b.visitors);
      a.buyers.addAll(b.buyers);
      return a;
    }
  }

  private static final class Rate
      extends ProcessAllWindowFunction<Tally, ConversionRate, TimeWindow> {

    @Override
    public void process(Context context, Iterable<Tally> tallies, Collector<ConversionRate> out) {
      Tally tally = tallies.iterator().next();
      long visitors = tally.visitors.size();
      long buyers = tally.buyers.size();
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(
          new ConversionRate(
              start, end, tally.events, visitors, buyers, buyers * 1_000 / visitors));
    }
  }
}
