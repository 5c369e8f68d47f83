package kata.flink.late;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Lets the state of a window live on for two minutes; each late view fires it again. */
public final class LateCorrections implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .allowedLateness(Duration.ofMinutes(2))
        .aggregate(new Count(), new Label());
  }

  private static final class Count implements AggregateFunction<ClickEvent, Long, Long> {

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(ClickEvent view, Long count) {
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
      extends ProcessWindowFunction<Long, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageCount(start, end, page, counts.iterator().next()));
    }
  }
}
