package kata.harness.proof;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Repeats the lessons of one module, to show that no verdict depends on the order, the hour or the
 * machine: in each round the lessons, and the scenarios in each of them, come in another order. Its
 * subclasses are run by {@code harness/bench/repeat} only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RepeatedLessons {

  /** System property: how many rounds. */
  private static final String ROUNDS = "kata.rounds";

  private static final int DEFAULT_ROUNDS = 20;

  private static final String ORDER = "junit.jupiter.testmethod.order.default";
  private static final String SEED = "junit.jupiter.execution.order.random.seed";

  private final String module;
  private final LessonRun.Runner runner = new LessonRun.Runner();

  /** Prepares to repeat the lessons of {@code flink} or another module. */
  protected RepeatedLessons(String module) {
    this.module = module;
  }

  /**
   * Returns a test for each round, which plays each lesson's reference and one of its
   * misconceptions, the next one in each round. The reference must be green; of the misconception
   * must come what is stored as its known result.
   */
  @TestFactory
  Stream<DynamicTest> rounds() {
    return IntStream.range(0, Integer.getInteger(ROUNDS, DEFAULT_ROUNDS))
        .mapToObj(round -> dynamicTest("round " + (round + 1), () -> play(round)));
  }

  private void play(int round) {
    List<Lesson> lessons = new ArrayList<>(Catalogue.load().of(module));
    Collections.shuffle(lessons, new Random(round));
    for (Lesson lesson : lessons) {
      LessonRun reference = runner.run(lesson, inOrder(round));
      if (!reference.isGreen()) {
        throw new AssertionError(lesson.id() + ": " + reference.said());
      }
      List<Class<?>> misconceptions = Answers.of(lesson).misconceptions();
      compare(lesson, misconceptions.get(round % misconceptions.size()), round);
    }
  }

  private void compare(Lesson lesson, Class<?> misconception, int round) {
    Map<String, String> known =
        Diagnoses.load(lesson)
            .fingerprintsOf(misconception.getSimpleName())
            .orElseThrow(() -> new AssertionError(misconception + " has no known result."));
    boolean knownInLongStories =
        known.keySet().stream().anyMatch(it -> Scenarios.named(lesson.topic(), it).isLong());
    Map<String, String> parameters = inOrder(round);
    parameters.put(LessonExtension.ANSWER, misconception.getName());
    if (!knownInLongStories) {
      parameters.put(LessonExtension.STORIES, LessonExtension.SHORT);
    }
    LessonRun run = runner.run(lesson, parameters);
    if (!run.isRed() || !run.fingerprints().equals(known)) {
      throw new AssertionError(
          "%s: %s gives another result than the known one %s: %s"
              .formatted(lesson.id(), misconception.getSimpleName(), known, run.said()));
    }
  }

  private static Map<String, String> inOrder(int seed) {
    Map<String, String> parameters = new TreeMap<>(LessonRun.Runner.NO_PICTURES);
    parameters.put(ORDER, MethodOrderer.Random.class.getName());
    parameters.put(SEED, String.valueOf(seed));
    return parameters;
  }

  @AfterAll
  void stopTheEngine() {
    runner.close();
  }
}
