package kata.harness.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;

/** Measures how long the lessons of one module take on a lab that has been running for a while. */
public final class WarmLessons implements AutoCloseable {

  private static final int RUNS = 5;

  /**
   * What was measured, as medians.
   *
   * @param scenario one scenario
   * @param lesson all scenarios of a lesson together
   */
  public record Figures(Duration scenario, Duration lesson) {}

  private final String module;
  private final LessonRun.Runner runner = new LessonRun.Runner();

  /** Prepares to measure the lessons of {@code flink} or another module. */
  public WarmLessons(String module) {
    this.module = module;
  }

  /**
   * Plays each lesson's reference once to warm up and {@value #RUNS} times to measure.
   *
   * @throws AssertionError if a reference is not green
   */
  public Figures measure() {
    List<Duration> scenarios = new ArrayList<>();
    List<Duration> lessons = new ArrayList<>();
    for (Lesson lesson : Catalogue.load().of(module)) {
      run(lesson);
      List<Duration> runs = new ArrayList<>();
      int played = 0;
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        played = run(lesson).scenarios();
        runs.add(Duration.ofNanos(System.nanoTime() - start));
      }
      lessons.add(median(runs));
      scenarios.add(median(runs).dividedBy(played));
    }
    return new Figures(median(scenarios), median(lessons));
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

  @Override
  public void close() {
    runner.close();
  }
}
