package kata.harness.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import kata.fake.tumbling.Lessons;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LessonRunTest {

  private static final Lesson LONG = new Lesson("fake", "tumbling", "Lessons$Long", "Task.", 1);
  private static final Lesson TWICE = new Lesson("fake", "tumbling", "Lessons$Twice", "Task.", 1);

  private final LessonRun.Runner runner = new LessonRun.Runner();

  @AfterEach
  void stop() {
    runner.close();
  }

  private LessonRun run(String engine, String name) {
    Lesson lesson =
        Catalogue.load().byClassName("kata.%s.tumbling.Lessons$%s".formatted(engine, name)).get();
    return runner.run(lesson);
  }

  private static List<Boolean> state(LessonRun run) {
    List<Function<LessonRun, Boolean>> states =
        List.of(LessonRun::isGreen, LessonRun::isRed, LessonRun::isNotSolved);
    return states.stream().map(state -> state.apply(run)).toList();
  }

  @Test
  void an_untouched_starter_is_not_solved_and_the_other_scenarios_are_skipped() {
    LessonRun run = run("fake", "Untouched");

    assertThat(state(run)).containsExactly(false, false, true);
    assertThat(run.scenarios()).isEqualTo(2);
    assertThat(run.said()).startsWith("0 green, 1 skipped").contains("not solved yet");
  }

  @Test
  void a_right_answer_is_green_in_every_scenario() {
    LessonRun run = run("fake", "Solved");

    assertThat(state(run)).containsExactly(true, false, false);
    assertThat(run.scenarios()).isEqualTo(2);
    assertThat(run.fingerprints()).isEmpty();
  }

  @Test
  void an_answer_that_is_right_in_one_scenario_only_is_red() {
    LessonRun run = run("fake", "Begun");

    assertThat(state(run)).containsExactly(false, true, false);
    assertThat(run.green()).isEqualTo(1);
    assertThat(run.fingerprints()).containsOnlyKeys("gap");
  }

  @Test
  void a_test_that_breaks_is_neither() {
    LessonRun run = run("broken", "Broken");

    assertThat(state(run)).containsExactly(false, false, false);
    assertThat(run.scenarios()).isZero();
    assertThat(run.said()).endsWith("The machine has no room left. Free some.");
  }

  @Test
  void another_answer_can_be_played_in_the_same_test() throws ClassNotFoundException {
    Lesson begun = Catalogue.load().byClassName("kata.fake.tumbling.Lessons$Begun").get();
    Class<?> solved = Class.forName("kata.fake.tumbling.Lessons$Solved");

    assertThat(runner.run(begun, solved).isGreen()).isTrue();
  }

  @Test
  void what_a_short_story_refutes_is_played_through_no_long_one() {
    LessonRun run = runner.refute(LONG, Lessons.SolvedMisconceptions.FromOne.class);

    assertThat(run.isRed()).isTrue();
    assertThat(run.skipped()).isEqualTo(1);
    assertThat(run.fingerprints()).containsOnlyKeys("boundary", "gap");
  }

  @Test
  void what_no_short_story_refutes_is_played_through_all() {
    LessonRun run = runner.refute(LONG, Lessons.Overcrowded.class);

    assertThat(run.isRed()).isTrue();
    assertThat(run.skipped()).isZero();
    assertThat(run.fingerprints()).containsOnlyKeys("traffic");
  }

  @Test
  void one_story_is_played_alone_and_only_until_a_test_is_red() {
    LessonRun run = runner.refuteIn(TWICE, Lessons.SolvedMisconceptions.FromOne.class, "boundary");

    assertThat(run.isRed()).isTrue();
    assertThat(run.verdicts()).hasSize(1);
    assertThat(run.skipped()).isEqualTo(2);
  }

  @Test
  void one_story_is_played_to_its_end_if_it_refutes_nothing() {
    LessonRun run = runner.refuteIn(TWICE, Lessons.Solved.class, "boundary");

    assertThat(run.isRed()).isFalse();
    assertThat(run.green()).isEqualTo(2);
    assertThat(run.skipped()).isEqualTo(1);
  }
}
