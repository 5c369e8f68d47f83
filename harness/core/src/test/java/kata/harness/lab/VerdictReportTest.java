package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.verdict.Verdict;
import org.junit.jupiter.api.Test;

class VerdictReportTest {

  private static final String FAKE = "kata.fake.tumbling.Lessons$";

  private static List<String> report(Map<String, String> parameters, String... classes) {
    VerdictReport report = new VerdictReport();
    Launches.of(parameters, List.of(report), classes);
    return report.verdicts(Catalogue.load());
  }

  private static List<String> heads(List<String> verdicts) {
    return verdicts.stream().map(verdict -> verdict.lines().findFirst().orElse("")).toList();
  }

  @Test
  void there_is_one_verdict_for_each_lesson_that_was_run_in_teaching_order() {
    assertThat(
            heads(
                report(Map.of(), FAKE + "BegunTest", FAKE + "SolvedTest", FAKE + "UntouchedTest")))
        .containsExactly(
            "TODO  fake/tumbling  Lessons$Untouched             not solved yet",
            "GREEN fake/tumbling  Lessons$Solved                2 scenarios",
            "RED   fake/tumbling  Lessons$Begun                 scenario: gap");
  }

  @Test
  void of_several_verdicts_that_of_the_smaller_and_then_of_the_first_name_is_shown() {
    Map<String, String> wrong = Map.of(LessonExtension.ANSWER, FAKE + "BegunAlternatives$Wrong");

    assertThat(heads(report(wrong, FAKE + "BegunTest")))
        .containsExactly("RED   fake/tumbling  Lessons$Begun                 scenario: boundary");
  }

  @Test
  void a_scenario_that_was_red_as_well_has_its_verdict_too() {
    Map<String, String> wrong =
        Map.of(
            LessonExtension.ANSWER,
            FAKE + "BegunAlternatives$Wrong",
            VerdictReport.CONSOLE,
            "true");

    assertThat(heads(report(wrong, FAKE + "BegunTest")))
        .containsExactly("RED   fake/tumbling  Lessons$Begun                 scenario: boundary");
  }

  @Test
  void a_verdict_that_names_the_mistake_comes_first() {
    Map<String, String> wrong = Map.of(LessonExtension.ANSWER, FAKE + "TwoInAGapThreeElsewhere");

    assertThat(report(wrong, FAKE + "SolvedTest"))
        .singleElement()
        .asString()
        .startsWith(
            "RED   fake/tumbling  Lessons$Solved                scenario: gap\n\n"
                + "  A gap is two too many.\n");
  }

  private static Verdict red(String scenario, int size, String misconception) {
    return new Verdict(
        Verdict.Kind.RED,
        new Lesson("a", "b", "C", "", 1),
        scenario,
        size,
        "",
        Optional.of(misconception).filter(name -> !name.isEmpty()),
        "",
        "",
        Optional.empty());
  }

  @Test
  void a_name_that_explains_less_than_half_of_what_is_red_comes_last() {
    assertThat(
            VerdictReport.bestFirst(
                List.of(red("x", 1, "Timer"), red("y", 3, ""), red("z", 2, ""))))
        .extracting(Verdict::scenario)
        .containsExactly("z", "y", "x");
    assertThat(
            VerdictReport.bestFirst(
                List.of(red("x", 1, ""), red("y", 3, "Timer"), red("z", 2, "Timer"))))
        .extracting(Verdict::scenario)
        .containsExactly("z", "y", "x");
  }

  @Test
  void a_test_that_breaks_is_not_green() {
    assertThat(report(Map.of(), "kata.broken.tumbling.Lessons$BrokenTest"))
        .containsExactly(
            "ERROR broken/tumbling  Lessons$Broken                no verdict\n\n"
                + "  The machine has no room left. Free some.");
  }

  @Test
  void a_lab_that_does_not_start_is_not_silent() {
    assertThat(report(Map.of(LessonExtension.LIMIT_SECONDS, "soon"), FAKE + "SolvedTest"))
        .singleElement()
        .asString()
        .startsWith("ERROR fake/tumbling  Lessons$Solved                no verdict\n\n  ");
  }

  @Test
  void a_class_that_is_no_lesson_has_no_verdict() {
    VerdictReport report = new VerdictReport();
    Launches.of(Map.of(), List.of(report), FAKE + "SolvedTest");

    assertThat(report.verdicts(new Catalogue(List.of(new Lesson("a", "b", "C", "", 1)))))
        .isEqualTo(List.of());
  }
}
