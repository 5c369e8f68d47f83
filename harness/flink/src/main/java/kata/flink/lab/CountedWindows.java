package kata.flink.lab;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.PageCount;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** What the lab does behind a watermark strategy, so that a learner sees what it causes. */
final class CountedWindows {

  /** The views whose window was past when they came. */
  static final OutputTag<ClickEvent> LATE = new OutputTag<>(WatermarkJob.LATE) {};

  private static final Duration SIZE = Duration.ofMinutes(5);

  private CountedWindows() {}

  /** Counts the views of each page in windows of five minutes. A heartbeat is no view. */
  static SingleOutputStreamOperator<PageCount> of(DataStream<ClickEvent> events) {
    return events
        .filter(event -> event.eventType() != EventType.HEARTBEAT)
        .setParallelism(1)
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(SIZE))
        .sideOutputLateData(LATE)
        .process(new Count())
        .setParallelism(1);
  }

  private static final class Count
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      Instant start = Instant.ofEpochMilli(context.window().getStart());
      Instant end = Instant.ofEpochMilli(context.window().getEnd());
      out.collect(new PageCount(start, end, page, views.spliterator().getExactSizeIfKnown()));
    }
  }
}
