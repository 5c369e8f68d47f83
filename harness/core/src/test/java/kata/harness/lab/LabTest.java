package kata.harness.lab;

import static kata.datasets.scenarios.TumblingScenarios.BOUNDARY;
import static kata.datasets.scenarios.TumblingScenarios.GAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import kata.datasets.Scenario;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.NotSolvedYet;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class LabTest {

  private static final Lesson LESSON =
      new Lesson("harness", "lab", "LabTest$Token", "Do something.", 1);
  private static final Transcript NOTHING = new Transcript(List.of());

  private static final class Token {}

  @BeforeEach
  void forget() {
    FakeEngine.EVENTS.clear();
  }

  private static Lab lab(Class<?> answer, Duration limit) {
    return new Lab(new FakeEngine(), new Catalogue(List.of(LESSON)), token -> answer, limit);
  }

  private static Lab lab(Class<?> answer) {
    return lab(answer, Duration.ofMinutes(5));
  }

  private static Verdict verdict(Lab lab, Scenario<?> scenario) {
    VerdictError error = assertThrows(VerdictError.class, () -> lab.play(Token.class, scenario));
    return error.verdict();
  }

  private static List<String> body(Class<?> answer) {
    List<String> lines = verdict(lab(answer), BOUNDARY).text().lines().toList();
    return lines.subList(2, lines.size() - 2);
  }

  private static int here() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst())
        .orElseThrow()
        .getLineNumber();
  }

  static final class Right implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      return NOTHING;
    }
  }

  @Test
  void each_scenario_is_played_once() {
    Lab lab = lab(Right.class);

    assertThat(lab.play(Token.class, BOUNDARY).transcript()).isSameAs(NOTHING);
    lab.play(Token.class, GAP);
    lab.play(Token.class, BOUNDARY);

    assertThat(FakeEngine.EVENTS).containsExactly("start", "play Right boundary", "play Right gap");
    assertThat(lab.notSolved()).isFalse();
  }

  static final class AsksForTheZone implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      return new Transcript(List.of(), List.of(ZoneId.systemDefault().getId()));
    }
  }

  @Test
  void an_answer_finds_the_same_time_zone_on_every_machine() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

      assertThat(lab(AsksForTheZone.class).play(Token.class, BOUNDARY).transcript().remarks())
          .containsExactly("Asia/Kolkata");
      assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Apia");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  static final class Starter implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      throw new IllegalStateException("the engine wraps it", new NotSolvedYet());
    }
  }

  @Test
  void an_untouched_starter_is_not_solved_yet() {
    Lab lab = lab(Starter.class);

    assertThat(verdict(lab, BOUNDARY).kind()).isEqualTo(Verdict.Kind.NOT_SOLVED);
    assertThat(lab.notSolved()).isTrue();
  }

  static final class HalfWritten implements FakeEngine.Reports {
    @Override
    public Transcript run(String report, Scenario<?> scenario) {
      if (report.equals("second")) {
        throw new NotSolvedYet();
      }
      return new Transcript(List.of(new Emission("12:05", new Row(Map.of("views", "1")))));
    }
  }

  @Test
  void a_report_is_played_on_its_own_whether_or_not_the_others_are_written() {
    Lab lab = lab(HalfWritten.class);

    VerdictError error =
        assertThrows(VerdictError.class, () -> lab.play(Token.class, "second", BOUNDARY));
    Play first = lab.play(Token.class, "first", BOUNDARY);

    assertThat(error.verdict().kind()).isEqualTo(Verdict.Kind.NOT_SOLVED);
    assertThat(first.transcript().emissions()).extracting("output").containsExactly("first");
    assertThat(lab.notSolved()).isFalse();
  }

  static final class Throws implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      Runnable lambda =
          () -> {
            throw new IllegalStateException("line " + here() + "\nmore");
          };
      try {
        lambda.run();
      } catch (IllegalStateException e) {
        throw new RuntimeException("job failed", new RuntimeException("task failed", e));
      }
      return NOTHING;
    }
  }

  @Test
  void an_exception_deep_below_those_of_the_engine_leads_to_the_own_line() {
    List<String> body = body(Throws.class);

    String line = body.get(0).replaceAll("\\D", "");
    assertThat(body)
        .containsExactly(
            "  Your code threw IllegalStateException: line " + line,
            "",
            "  at LabTest.java:" + line,
            "",
            "  " + FakeEngine.ADVICE);
  }

  static final class DividesByZero implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      throw new ArithmeticException("by zero");
    }
  }

  static final class Overflows implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      throw new ArithmeticException("overflow");
    }
  }

  @Test
  void exceptions_that_are_explained_otherwise_are_not_the_same_mistake() {
    assertThat(verdict(lab(DividesByZero.class), BOUNDARY).fingerprint())
        .isEqualTo(verdict(lab(DividesByZero.class), BOUNDARY).fingerprint())
        .isNotEqualTo(verdict(lab(Overflows.class), BOUNDARY).fingerprint());
  }

  static final class ThrowsOwnError implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      throw new Error() {};
    }
  }

  @Test
  void an_exception_without_a_message_or_a_simple_name_is_named_all_the_same() {
    assertThat(body(ThrowsOwnError.class).get(0))
        .isEqualTo("  Your code threw kata.harness.lab.LabTest$ThrowsOwnError$1.");
  }

  static final class ConstructorThrows {
    ConstructorThrows() {
      throw new IllegalArgumentException("no");
    }
  }

  static final class InitializerThrows {
    static final int NUMBER = Integer.parseInt("five");
  }

  static final class NeedsArgument {
    NeedsArgument(String argument) {}
  }

  abstract static class Abstract {}

  @Test
  void a_class_that_cannot_be_made_is_a_mistake_of_the_learner() {
    assertThat(body(ConstructorThrows.class))
        .startsWith("  Your code threw IllegalArgumentException: no", "")
        .element(2)
        .asString()
        .startsWith("  at LabTest.java:");
    assertThat(body(InitializerThrows.class).get(0))
        .isEqualTo("  Your code threw NumberFormatException: For input string: \"five\"");
    String advice =
        "  The lab needs a class that is not abstract and has a constructor without parameters.";
    assertThat(body(NeedsArgument.class))
        .containsExactly("  NeedsArgument cannot be instantiated.", "", advice);
    assertThat(body(Abstract.class))
        .containsExactly("  Abstract cannot be instantiated.", "", advice);
  }

  static final class LabBreaks implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      throw new IllegalStateException(new LabException("No port is free."));
    }
  }

  @Test
  void a_lab_that_cannot_run_is_no_verdict_on_the_learner() {
    assertThatExceptionOfType(LabException.class)
        .isThrownBy(() -> lab(LabBreaks.class).play(Token.class, BOUNDARY))
        .withMessage("No port is free.");
  }

  static final class Exits implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      Runtime.getRuntime().exit(scenario.events().size());
      return NOTHING;
    }
  }

  @Test
  void an_answer_that_would_end_the_jvm_is_never_played() {
    assertThat(body(Exits.class))
        .hasSize(5)
        .startsWith("  Your code would end the whole JVM.", "")
        .endsWith(
            "", "  Remove the call of exit or halt: the lab runs your class inside the test.");
    assertThat(FakeEngine.EVENTS).containsExactly("start");
  }

  static final class Endless implements FakeEngine.Job {
    static int line;

    @Override
    public Transcript run(Scenario<?> scenario) throws Exception {
      line = 1 + here();
      new CountDownLatch(1).await();
      return NOTHING;
    }
  }

  @Test
  void an_endless_answer_is_stopped_and_not_played_again() {
    Lab lab = lab(Endless.class, Duration.ofSeconds(1));

    assertThat(verdict(lab, BOUNDARY).text())
        .contains(
            "  Your code did not end within 1 seconds and was stopped.\n\n  at LabTest.java:"
                + Endless.line
                + "\n");
    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(() -> lab.play(Token.class, GAP))
        .withMessageContaining("the answer did not end in another scenario");
    assertThat(FakeEngine.EVENTS).containsExactly("start", "play Endless boundary", "cancel");
  }

  @Test
  void a_class_that_is_no_lesson_is_refused() {
    assertThatExceptionOfType(LabException.class)
        .isThrownBy(() -> lab(Right.class).play(String.class, BOUNDARY))
        .withMessage(
            "java.lang.String is no lesson of the catalogue. Add it to"
                + " harness/core/src/main/resources/kata/catalogue.json.");
  }
}
