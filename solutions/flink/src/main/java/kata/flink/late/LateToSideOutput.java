package kata.flink.late;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.SideOutputJob;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Leaves the judgement to the window operator, which knows when the last window is past. */
public final class LateToSideOutput implements SideOutputJob<ClickEvent, PageCount, ClickEvent> {

  private static final OutputTag<ClickEvent> LATE = new OutputTag<>("late") {};

  @Override
  public OutputTag<ClickEvent> sideOutput() {
    return LATE;
  }

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(SlidingEventTimeWindows.of(Duration.ofMinutes(10), Duration.ofMinutes(5)))
        .sideOutputLateData(LATE)
        .process(new Count());
  }

  private static final class Count
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      long count = 0;
      for (ClickEvent view : views) {
        count++;
      }
      out.collect(new PageCount(start, end, page, count));
    }
  }
}
