package kata.harness.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Measures how long the lessons of one module take on a lab that has been running for a while, and
 * prints the medians of each and of all. Its subclasses are run by {@code harness/bench/run} only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WarmLessons {

  private static final int RUNS = 5;

  private final String module;
  private final LessonRun.Runner runner = new LessonRun.Runner();

  /** Prepares to measure the lessons of {@code flink} or another module. */
  protected WarmLessons(String module) {
    this.module = module;
  }

  /**
   * Plays all references once to warm up, and then each {@value #RUNS} times to measure.
   *
   * @throws AssertionError if a reference is not green
   */
  @Test
  void measure() {
    List<Duration> scenarios = new ArrayList<>();
    List<Duration> lessons = new ArrayList<>();
    List<Lesson> all = Catalogue.load().of(module);
    all.forEach(this::run);
    for (Lesson lesson : all) {
      List<Duration> runs = new ArrayList<>();
      int played = 0;
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        played = run(lesson).scenarios();
        runs.add(Duration.ofNanos(System.nanoTime() - start));
      }
      Duration usual = median(runs);
      lessons.add(usual);
      scenarios.add(usual.dividedBy(played));
      System.out.printf("%s: %d ms, %d scenarios%n", lesson.id(), usual.toMillis(), played);
    }
    System.out.printf(
        "warm %s scenario %d ms%nwarm %s lesson %d ms%n",
        module, median(scenarios).toMillis(), module, median(lessons).toMillis());
  }

  private LessonRun run(Lesson lesson) {
    LessonRun run = runner.run(lesson);
    if (!run.isGreen()) {
      throw new AssertionError(lesson.id() + ": " + run.said());
    }
    return run;
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().toList().get(durations.size() / 2);
  }

  @AfterAll
  void stopTheEngine() {
    runner.close();
  }
}
