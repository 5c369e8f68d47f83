package kata.harness.lab;

import java.time.Duration;
import java.util.List;
import kata.datasets.Scenario;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.verdict.VerdictError;

/** Plays answers on an engine and returns what the learner reads. */
public final class SparkLab {

  private static final Lesson LESSON =
      new Lesson("harness", "lab", "SparkLab$Token", "Do something.", 1);

  private final Engine engine;
  private final Scenario<?> scenario;

  /** Plays one scenario on an engine. */
  public SparkLab(Engine engine, Scenario<?> scenario) {
    this.engine = engine;
    this.scenario = scenario;
  }

  private static final class Token {}

  /** Returns the play of an answer, or throws a {@link VerdictError}. */
  public Play play(Class<?> answer, Duration limit) {
    return new Lab(engine, new Catalogue(List.of(LESSON)), token -> answer, limit)
        .play(Token.class, scenario);
  }

  /** Returns the verdict on an answer that cannot be played, without its first and last lines. */
  public List<String> mishap(Class<?> answer, Duration limit) {
    try {
      play(answer, limit);
    } catch (VerdictError error) {
      List<String> lines = error.verdict().text().lines().toList();
      return lines.subList(2, lines.size() - 2).stream().map(String::strip).toList();
    }
    throw new AssertionError(answer.getSimpleName() + " was played without a mishap.");
  }
}
