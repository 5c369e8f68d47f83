package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class SeveralWaysTest {

  private static final int WINDOWS = 10;
  private static final int REPEATS = 5;

  /** Each window has a view of each page in time, and one of each that comes too late. */
  private static Scenario<ClickEvent> story() {
    ClickStory story = ClickStory.named("latecomers", "Each window is over when a view comes.");
    for (int window = 0; window < WINDOWS; window++) {
      story
          .view(time(window, 1), "/home")
          .view(time(window, 2), "/cart")
          .watermark(time(window, 5))
          .lateView(time(window, 3), "/home")
          .lateView(time(window, 4), "/cart");
    }
    return story.watermark("13:00").done();
  }

  private static String time(int window, int minute) {
    return String.format(Locale.ROOT, "12:%02d", 5 * window + minute);
  }

  private static void demandOneOfEach(StreamJob<ClickEvent, PageCount> job) throws Exception {
    List<String> expected = new ArrayList<>();
    for (int window = 0; window < WINDOWS; window++) {
      expected.add("%s /home 1".formatted(time(window, 5)));
      expected.add("%s /cart 1".formatted(time(window, 5)));
    }
    try (FlinkEngine engine = new FlinkEngine()) {
      for (int play = 0; play < REPEATS; play++) {
        assertThat(engine.play(job, story()).emissions())
            .extracting(
                it ->
                    "%s %s %s"
                        .formatted(
                            it.at(), it.row().cells().get("page"), it.row().cells().get("views")))
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void streams_that_part_and_meet_again_give_the_same_every_time() throws Exception {
    demandOneOfEach(
        views -> {
          DataStream<ClickEvent> home = views.filter(view -> view.page().equals("/home"));
          return Plays.count(home.union(views.filter(view -> view.page().equals("/cart"))));
        });
  }

  @Test
  void an_operator_on_several_threads_gives_the_same_every_time() throws Exception {
    demandOneOfEach(Plays::countOnSeveralThreads);
  }

  @Test
  void rows_that_may_wait_until_their_buffer_is_full_come_out_in_time() throws Exception {
    demandOneOfEach(
        views -> {
          views.getExecutionEnvironment().setBufferTimeout(-1);
          return Plays.countOnSeveralThreads(views);
        });
  }

  private static final class LateOnes implements SideOutputJob<ClickEvent, PageCount, ClickEvent> {

    private static final OutputTag<ClickEvent> LATE = new OutputTag<>("late") {};

    @Override
    public OutputTag<ClickEvent> sideOutput() {
      return LATE;
    }

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      views.getExecutionEnvironment().setParallelism(4);
      return views
          .rebalance()
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .sideOutputLateData(LATE)
          .process(new Plays.Count());
    }
  }

  @Test
  void side_outputs_of_several_threads_give_the_same_every_time() throws Exception {
    try (FlinkEngine engine = new FlinkEngine()) {
      Set<String> fingerprints = new HashSet<>();
      for (int play = 0; play < 4 * REPEATS; play++) {
        fingerprints.add(engine.play(new LateOnes(), story()).fingerprint());
      }
      assertThat(fingerprints).hasSize(1);
    }
  }
}
