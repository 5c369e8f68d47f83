package kata.flink.lab;

import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** A story and a job that are right, for tests of what the lab does with them. */
final class Plays {

  static final Scenario<ClickEvent> STORY =
      ClickStory.named("story", "Three views in two windows.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .view("12:06", "/home")
          .watermark("12:07")
          .done();

  private Plays() {}

  static DataStream<PageCount> count(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .process(new Count());
  }

  static DataStream<PageCount> countOnSeveralThreads(DataStream<ClickEvent> views) {
    views.getExecutionEnvironment().setParallelism(4);
    return count(views.map(view -> view).setParallelism(2));
  }

  static final class Count
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {
    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      out.collect(row(context.window(), page, views.spliterator().getExactSizeIfKnown()));
    }
  }

  private static PageCount row(TimeWindow window, String page, long views) {
    return new PageCount(
        Instant.ofEpochMilli(window.getStart()),
        Instant.ofEpochMilli(window.getEnd()),
        page,
        views);
  }
}
