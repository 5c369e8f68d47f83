package kata.flink.lab;

import static kata.datasets.EventType.PURCHASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.ProcessJoinFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class JoinJobTest {

  private static final Scenario<ClickEvent> STORY =
      ClickStory.named("story", "One of two visitors buys what was viewed.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/home", "bob")
          .does(PURCHASE, "12:03", "/done", "ann")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .view("12:06", "/home", "ann")
          .watermark("12:10")
          .done();

  private static PageCount pair(ClickEvent view, ClickEvent purchase) {
    return new PageCount(view.eventTime(), purchase.eventTime(), view.page(), 1);
  }

  private static DataStream<PageCount> join(
      DataStream<ClickEvent> views, DataStream<ClickEvent> purchases) {
    return views
        .join(purchases)
        .where(ClickEvent::userId)
        .equalTo(ClickEvent::userId)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .apply(JoinJobTest::pair);
  }

  @Test
  void purchases_and_views_meet_and_come_out_at_the_watermark_of_both() throws Exception {
    JoinJob<PageCount> job = JoinJobTest::join;
    try (FlinkEngine engine = new FlinkEngine()) {
      assertThat(engine.play(job, STORY).emissions())
          .extracting(it -> it.at() + " " + it.row().cells())
          .containsExactly("12:05 {window=12:01 .. 12:03, page=/home, views=1}");
    }
  }

  @Test
  void a_pair_that_waits_for_nothing_comes_out_in_its_own_step_every_time() throws Exception {
    ClickStory story = ClickStory.named("steps", "A visitor buys again and again.");
    for (int minute = 0; minute < 20; minute++) {
      story
          .view(time(minute, 10), "/home", "ann")
          .does(PURCHASE, time(minute, 20), "/done", "ann")
          .watermark(time(minute, 30));
    }
    Scenario<ClickEvent> steps = story.done();
    JoinJob<PageCount> job =
        (views, purchases) ->
            views
                .keyBy(ClickEvent::userId)
                .intervalJoin(purchases.keyBy(ClickEvent::userId))
                .between(Duration.ZERO, Duration.ofSeconds(15))
                .process(new Near());
    try (FlinkEngine engine = new FlinkEngine()) {
      for (int play = 0; play < 5; play++) {
        assertThat(engine.play(job, steps).emissions())
            .hasSize(20)
            .allMatch(it -> it.row().cells().get("window").startsWith(it.at().substring(0, 5)));
      }
    }
  }

  @Test
  void a_job_that_swallows_watermarks_still_ends() throws Exception {
    JoinJob<PageCount> job =
        (views, purchases) ->
            join(views, purchases).assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks());
    try (FlinkEngine engine = new FlinkEngine()) {
      assertThat(engine.play(job, STORY).emissions())
          .extracting(it -> it.at() + " " + it.row().cells())
          .containsExactly("end {window=12:01 .. 12:03, page=/home, views=1}");
    }
  }

  private static String time(int minute, int second) {
    return String.format(Locale.ROOT, "12:%02d:%02d", minute, second);
  }

  private static final class Near extends ProcessJoinFunction<ClickEvent, ClickEvent, PageCount> {
    @Override
    public void processElement(
        ClickEvent view, ClickEvent purchase, Context context, Collector<PageCount> out) {
      out.collect(pair(view, purchase));
    }
  }
}
