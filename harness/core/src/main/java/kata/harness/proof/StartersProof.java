package kata.harness.proof;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.DynamicTest;

/**
 * Proves that every starter of one module is "not solved yet", or tells what the learner has made
 * of it.
 */
public final class StartersProof implements AutoCloseable {

  /** System property: every starter must be untouched. */
  public static final String STRICT = "kata.strict";

  private final String module;
  private final LessonRun.Runner runner = new LessonRun.Runner();
  private final Map<String, String> touched = new TreeMap<>();

  /** Prepares the proof for {@code flink} or another module that has lessons. */
  public StartersProof(String module) {
    this.module = module;
  }

  /** Returns one test for each lesson, in the order of the catalogue. */
  public Stream<DynamicTest> tests() {
    return Catalogue.load().of(module).stream()
        .map(lesson -> dynamicTest(lesson.id(), () -> check(lesson)));
  }

  private void check(Lesson lesson) {
    LessonRun run = runner.run(lesson);
    if (run.scenarios() == 0 || !run.broken().isEmpty()) {
      throw new AssertionError(
          "%s: the test of the starter gives no verdict: %s".formatted(lesson.id(), run.said()));
    }
    if (!run.isNotSolved()) {
      touched.put(lesson.id(), run.isGreen() ? "solved" : "begun, not green yet");
      if (Boolean.getBoolean(STRICT)) {
        throw new AssertionError(
            "%s is not an untouched starter; -D%s demands one. %s"
                .formatted(lesson.starterFile(), STRICT, run.said()));
      }
    }
  }

  /** Returns what the learner has done so far, one line for each lesson; empty if nothing. */
  public String progress() {
    StringBuilder progress = new StringBuilder();
    touched.forEach((id, state) -> progress.append("%n%-45s %s".formatted(id, state)));
    return progress.toString();
  }

  /** Stops the engine. */
  @Override
  public void close() {
    runner.close();
  }
}
