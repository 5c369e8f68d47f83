package kata.flink.session;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.SessionSummary;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Sums a session up as events arrive; when two sessions merge, so do their summaries. */
public final class SessionAnalytics implements StreamJob<ClickEvent, SessionSummary> {

  @Override
  public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
    return events
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withGap(Duration.ofMinutes(30)))
        .aggregate(new Summarize(), new Label());
  }

  /** A page at a moment; the order decides which is the entry and which the exit. */
  record Step(Instant time, String page) implements Comparable<Step>, Serializable {

    private static final Comparator<Step> ORDER =
        Comparator.comparing(Step::time).thenComparing(Step::page);

    @Override
    public int compareTo(Step other) {
      return ORDER.compare(this, other);
    }
  }

  /** What is known of a session so far; {@code first} and {@code last} are null if nothing is. */
  record Facts(Step first, Step last, long events, Set<String> pages, boolean bought)
      implements Serializable {

    Facts with(Facts other) {
      if (events == 0) {
        return other;
      }
      Set<String> all = new TreeSet<>(pages);
      all.addAll(other.pages);
      return new Facts(
          first.compareTo(other.first) <= 0 ? first : other.first,
          last.compareTo(other.last) >= 0 ? last : other.last,
          events + other.events,
          all,
          bought || other.bought);
    }
  }

  static class Summarize implements AggregateFunction<ClickEvent, Facts, Facts> {

    @Override
    public Facts createAccumulator() {
      return new Facts(null, null, 0, Set.of(), false);
    }

    @Override
    public Facts add(ClickEvent event, Facts facts) {
      Step step = new Step(event.eventTime(), event.page());
      boolean bought = event.eventType() == EventType.PURCHASE;
      return facts.with(new Facts(step, step, 1, Set.of(event.page()), bought));
    }

    @Override
    public Facts getResult(Facts facts) {
      return facts;
    }

    @Override
    public Facts merge(Facts a, Facts b) {
      return a.with(b);
    }
  }

  static final class Label
      extends ProcessWindowFunction<Facts, SessionSummary, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<Facts> all, Collector<SessionSummary> out) {
      Facts facts = all.iterator().next();
      out.collect(
          new SessionSummary(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              user,
              Duration.between(facts.first().time(), facts.last().time()).toSeconds(),
              facts.events(),
              facts.pages().size(),
              facts.first().page(),
              facts.last().page(),
              facts.bought()));
    }
  }
}
