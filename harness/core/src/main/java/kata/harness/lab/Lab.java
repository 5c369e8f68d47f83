package kata.harness.lab;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kata.datasets.Scenario;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.picture.Gallery;
import kata.harness.picture.Picture;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Mishap;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;
import kata.harness.verdict.Verdicts;

/**
 * Plays scenarios through the class that stands behind a lesson: the starter, the reference or
 * another answer. Handed to a lesson's tests as a parameter.
 */
public final class Lab {

  private static final WithinMinute CLEAR_OF_MINUTES = new WithinMinute(InstantSource.system());

  private record Played(Class<?> answer, String report, String scenario) {}

  private record Judge(Lesson lesson, Verdicts verdicts) {}

  private final Engine engine;
  private final Catalogue catalogue;
  private final Function<Class<?>, Class<?>> standsBehind;
  private final Stories stories;
  private final LearnerCode code;
  private final Gallery gallery;
  private final Map<Played, Outcome> outcomes = new HashMap<>();
  private final Map<Class<?>, Judge> judges = new HashMap<>();

  /**
   * Sets up a lab.
   *
   * @param standsBehind the class to play for a lesson's class token
   * @param limit how long a play may take before it is stopped, however busy the machine is
   */
  Lab(
      Engine engine,
      Catalogue catalogue,
      Function<Class<?>, Class<?>> standsBehind,
      Duration limit) {
    this(
        engine,
        catalogue,
        standsBehind,
        Stories.ALL,
        new Patience(limit, () -> false),
        Gallery.none());
  }

  /**
   * Sets up a lab that draws what it plays.
   *
   * @param stories which scenarios to play
   * @param patience how long a play may take before it is stopped
   * @param gallery where the pictures go
   */
  Lab(
      Engine engine,
      Catalogue catalogue,
      Function<Class<?>, Class<?>> standsBehind,
      Stories stories,
      Patience patience,
      Gallery gallery) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.standsBehind = standsBehind;
    this.stories = stories;
    this.code = new LearnerCode(engine, patience);
    this.gallery = gallery;
  }

  /**
   * Plays a scenario through the class behind a lesson. What comes out depends on nothing else, so
   * that a scenario is played once and remembered.
   *
   * @param lesson the lesson's class token, which is never instantiated by the test itself
   * @param scenario the story to play
   * @throws VerdictError if the answer is the untouched starter, or if it gave no rows to compare
   * @throws LabException if the engine cannot run
   */
  public Play play(Class<?> lesson, Scenario<?> scenario) {
    return play(lesson, Emission.MAIN, scenario);
  }

  /**
   * Plays a scenario through one report of the class behind a lesson, on its own; see {@link
   * #play(Class, Scenario)}. A report that is not written yet keeps no other from being judged.
   *
   * @param report the name of the report, which becomes that of its output
   */
  public Play play(Class<?> lesson, String report, Scenario<?> scenario) {
    assumeTrue(stories.tested().test(scenario), "not asked for");
    Class<?> answer = standsBehind.apply(lesson);
    judges.computeIfAbsent(answer, it -> judge(lesson));
    Outcome outcome = outcome(answer, report, scenario);
    if (outcome instanceof Outcome.Rows rows) {
      return new Play(this, answer, report, scenario, rows.transcript());
    }
    throw failure(answer, report, scenario, outcome);
  }

  /** Returns what ends a test whose answer gave nothing that could be compared. */
  private VerdictError failure(
      Class<?> answer, String report, Scenario<?> scenario, Outcome outcome) {
    assumeFalse(outcome instanceof Outcome.NotRun, "the answer did not end in another scenario");
    return outcome instanceof Outcome.Failed failed
        ? mishap(answer, report, scenario, failed.mishap())
        : new VerdictError(verdicts(answer).notSolved(scenario));
  }

  /** Fails a test because no rows came out that could be compared. */
  VerdictError mishap(Class<?> answer, String report, Scenario<?> scenario, Mishap mishap) {
    Verdict verdict = verdicts(answer).mishap(scenario, mishap, elsewhere(answer, report));
    return red(verdict, report, () -> Picture.draw(scenario, verdict.headline()));
  }

  /** Fails a test with a verdict, and with the picture that belongs to it. */
  VerdictError red(Verdict verdict, String output, Supplier<String> picture) {
    return new VerdictError(
        gallery
            .red(verdict.lesson(), verdict.scenario(), output, picture)
            .map(verdict::withPicture)
            .orElse(verdict));
  }

  /** Passes a test, with its picture if that is wished for. */
  void green(Class<?> answer, Scenario<?> scenario, String output, Supplier<String> picture) {
    gallery.green(lesson(answer), scenario.name(), output, picture);
  }

  /** Returns whether some answer that was played is an untouched starter, all of it. */
  boolean notSolved() {
    return outcomes.entrySet().stream()
        .anyMatch(
            played ->
                played.getKey().report().equals(Emission.MAIN)
                    && played.getValue() instanceof Outcome.NotSolved);
  }

  Lesson lesson(Class<?> answer) {
    return judges.get(answer).lesson();
  }

  Verdicts verdicts(Class<?> answer) {
    return judges.get(answer).verdicts();
  }

  private Judge judge(Class<?> token) {
    Lesson lesson =
        catalogue
            .byClassName(token.getName())
            .orElseThrow(
                () ->
                    new LabException(
                        "%s is no lesson of the catalogue. Add it to harness/core/src/main/resources/kata/catalogue.json."
                            .formatted(token.getName())));
    gallery.clear(lesson);
    return new Judge(lesson, new Verdicts(lesson, Diagnoses.load(lesson)));
  }

  /**
   * Returns what identifies the outcome of an answer in another scenario of the same topic, or
   * nothing where no other may be played.
   */
  UnaryOperator<String> elsewhere(Class<?> answer, String report) {
    return name -> {
      if (!stories.tellMistakesApart()) {
        return "";
      }
      Scenario<?> other = Scenarios.named(lesson(answer).topic(), name);
      Outcome outcome = outcome(answer, report, other);
      if (outcome instanceof Outcome.Rows rows) {
        return rows.transcript().fingerprint();
      }
      return outcome instanceof Outcome.Failed failed ? failed.mishap().fingerprint() : "";
    };
  }

  private Outcome outcome(Class<?> answer, String report, Scenario<?> scenario) {
    return outcomes.computeIfAbsent(
        new Played(answer, report, scenario.name()),
        key -> code.run(answer, () -> rows(answer, report, scenario)));
  }

  private Outcome rows(Class<?> answer, String report, Scenario<?> scenario) throws Exception {
    return new Outcome.Rows(
        CLEAR_OF_MINUTES.play(() -> engine.play(Instances.of(answer), report, scenario)));
  }

  /** Returns what an answer keeps in its state, once it has been played. */
  StateUse stateUse(Class<?> answer, Scenario<?> scenario) {
    Outcome outcome =
        code.run(
            answer, () -> new Outcome.Measured(engine.stateUse(Instances.of(answer), scenario)));
    return played(Outcome.Measured.class, outcome, answer, scenario).use();
  }

  /** Returns what comes out of an answer that fails in the middle, once it has been played. */
  Transcript afterFailure(Class<?> answer, Scenario<?> scenario) {
    Outcome outcome =
        code.run(
            answer, () -> new Outcome.Rows(engine.playWithFailure(Instances.of(answer), scenario)));
    return played(Outcome.Rows.class, outcome, answer, scenario).transcript();
  }

  private <T extends Outcome> T played(
      Class<T> wanted, Outcome outcome, Class<?> answer, Scenario<?> scenario) {
    if (wanted.isInstance(outcome)) {
      return wanted.cast(outcome);
    }
    throw failure(answer, Emission.MAIN, scenario, outcome);
  }
}
