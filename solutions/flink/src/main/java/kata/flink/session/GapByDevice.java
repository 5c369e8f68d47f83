package kata.flink.session;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.VisitCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SessionWindowTimeGapExtractor;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Asks each event for how long it keeps the visit open. */
public final class GapByDevice implements StreamJob<ClickEvent, VisitCount> {

  @Override
  public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
    SessionWindowTimeGapExtractor<ClickEvent> gap = event -> gapAfter(event).toMillis();
    return events
        .keyBy(ClickEvent::userId)
        .window(EventTimeSessionWindows.withDynamicGap(gap))
        .aggregate(new Count(), new Label());
  }

  private static Duration gapAfter(ClickEvent event) {
    return Duration.ofMinutes(event.device().equals("mobile") ? 10 : 30);
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

  private static final class Label
      extends ProcessWindowFunction<Long, VisitCount, String, TimeWindow> {

    @Override
    public void process(
        String user, Context context, Iterable<Long> counts, Collector<VisitCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new VisitCount(start, end, user, counts.iterator().next()));
    }
  }
}
