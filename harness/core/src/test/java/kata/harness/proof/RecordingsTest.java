package kata.harness.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kata.datasets.scenarios.TumblingScenarios;
import kata.fake.tumbling.Lessons;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.lab.FakeEngine;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

  private static final String GAP = TumblingScenarios.GAP.name();

  private final Lesson solved =
      Catalogue.load().byClassName("kata.fake.tumbling.Lessons$Solved").orElseThrow();
  private final RememberingEngine engine = new RememberingEngine(new FakeEngine());

  @TempDir private Path folder;

  private static long plays(String what) {
    return FakeEngine.EVENTS.stream().filter(("play " + what)::equals).count();
  }

  @Test
  void what_a_lesson_has_played_is_not_played_again_to_be_recorded() throws Exception {
    FakeEngine.EVENTS.clear();
    try (LessonRun.Runner runner = new LessonRun.Runner(engine, Map.of())) {
      assertThat(runner.run(solved).isGreen()).isTrue();
      assertThat(plays("Solved " + GAP)).isOne();

      new Recordings(folder, engine).record(solved);
    }
    assertThat(plays("Solved " + GAP)).isOne();
    assertThat(plays("Solved clicks-1")).isOne();
    assertThat(FakeEngine.EVENTS).last().isEqualTo("close");
    assertThat(Recordings.read(Recordings.file(folder, solved))).containsKeys(GAP, "clicks-1");
  }

  @Test
  void what_another_answer_has_shown_is_forgotten() throws Exception {
    engine.play(new Lessons.Solved(), Emission.MAIN, TumblingScenarios.GAP);
    engine.play(new Lessons.SolvedMisconceptions.FromOne(), Emission.MAIN, TumblingScenarios.GAP);
    FakeEngine.EVENTS.clear();

    engine.play(new Lessons.Solved(), Emission.MAIN, TumblingScenarios.GAP);

    assertThat(plays("Solved " + GAP)).isOne();
  }

  @Test
  void rows_are_recorded_by_their_time_and_in_no_other_order() throws Exception {
    FakeEngine.Job job =
        scenario ->
            new Transcript(
                List.of(
                    new Emission("12:05", new Row(Map.of("page", "/b"))),
                    new Emission("12:05", new Row(Map.of("page", "/a"))),
                    new Emission("12:10", new Row(Map.of("page", "/a"))),
                    new Emission(Emission.END, new Row(Map.of("page", "/z")))));

    assertThat(Recordings.rows(engine.play(job, TumblingScenarios.GAP).emissions()))
        .containsExactly("12:05  {page=/a}", "12:05  {page=/b}", "12:10  {page=/a}");
  }
}
