package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.StoryTime;
import kata.harness.lab.FlinkLab;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.VerdictError;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FlinkEngineTest {

  private static final FlinkEngine ENGINE = new FlinkEngine();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static PageCount one(ClickEvent view) {
    return new PageCount(view.eventTime(), view.eventTime(), view.page(), 1);
  }

  private static Transcript play(StreamJob<ClickEvent, PageCount> job) throws Exception {
    return ENGINE.play(job, Plays.STORY);
  }

  @Test
  void a_window_comes_out_at_the_watermark_that_reaches_its_end_or_at_the_end_of_the_input()
      throws Exception {
    assertThat(play(Plays::count).emissions())
        .extracting(it -> it.at() + " " + it.row().cells())
        .containsExactly(
            "12:05 {window=12:00 .. 12:05, page=/home, views=2}",
            "end {window=12:05 .. 12:10, page=/home, views=1}");
  }

  @Test
  void a_row_that_waits_for_nothing_comes_out_before_the_next_watermark() throws Exception {
    assertThat(play(views -> views.map(FlinkEngineTest::one)).emissions())
        .extracting(it -> it.at() + " " + it.row().cells().get("window"))
        .containsExactly(
            "12:04:59.999 12:01 .. 12:01", "12:04:59.999 12:02 .. 12:02", "12:07 12:06 .. 12:06");
  }

  @Test
  void a_play_gives_the_same_again() throws Exception {
    assertThat(play(Plays::count)).isEqualTo(play(Plays::count));
  }

  /** Sends views before 12:05 to a side output. */
  private static final class Split extends ProcessFunction<ClickEvent, PageCount> {
    static final OutputTag<PageCount> EARLY = new OutputTag<>("early") {};

    @Override
    public void processElement(ClickEvent view, Context context, Collector<PageCount> out) {
      if (one(view).windowStart().isBefore(StoryTime.parse("12:05"))) {
        context.output(EARLY, one(view));
      } else {
        out.collect(one(view));
      }
    }
  }

  private static class SplitJob implements SideOutputJob<ClickEvent, PageCount, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views.process(new Split());
    }

    @Override
    public OutputTag<PageCount> sideOutput() {
      return Split.EARLY;
    }
  }

  @Test
  void a_side_output_has_watermarks_of_its_own() throws Exception {
    Transcript transcript = ENGINE.play(new SplitJob(), Plays.STORY);

    assertThat(transcript.emissions())
        .extracting(it -> it.output() + ": " + it.at())
        .containsExactly(": 12:07", "early: 12:04:59.999", "early: 12:04:59.999");
    assertThat(transcript.remarks()).isEqualTo(List.of());
  }

  @Test
  void a_stream_that_has_lost_its_side_output_is_a_mistake() {
    SplitJob rebalanced =
        new SplitJob() {
          @Override
          public DataStream<PageCount> build(DataStream<ClickEvent> views) {
            return super.build(views).rebalance();
          }
        };

    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> ENGINE.play(rebalanced, Plays.STORY))
        .withMessage("The stream that you return has no side outputs.");
  }

  @Test
  void a_report_is_a_job_of_its_own() throws Exception {
    ReportsJob<ClickEvent> reports =
        (name, views) -> name.equals("counts") ? Plays.count(views) : views;

    assertThat(ENGINE.play(ENGINE.report(reports, "counts"), Plays.STORY))
        .isEqualTo(play(Plays::count));
    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> ENGINE.report(new SplitJob(), "counts"))
        .withMessage("SplitJob is not a ReportsJob.");
  }

  static final class DropsAStream implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      views.filter(view -> false);
      return Plays.count(views);
    }
  }

  @Test
  void a_dropped_stream_is_remarked_on_when_the_result_is_wrong() {
    FlinkLab lab = new FlinkLab(ENGINE, Plays.STORY);

    assertThatExceptionOfType(VerdictError.class)
        .isThrownBy(
            () ->
                lab.play(DropsAStream.class, Duration.ofMinutes(2))
                    .shows("at | page | views\n12:05 | /none | 1"))
        .satisfies(
            error ->
                assertThat(error.verdict().text())
                    .contains(
                        "  Your code makes a stream (Filter) and drops it: a call returns a new"
                            + " stream, keep that one.\n"));
  }
}
