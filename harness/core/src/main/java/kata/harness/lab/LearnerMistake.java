package kata.harness.lab;

import java.util.List;

/** An answer that cannot be played, and why, in plain sentences. */
public final class LearnerMistake extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> advice;

  /**
   * Says what is wrong.
   *
   * @param headline what is wrong, in one sentence
   * @param advice what it means and what to do, one sentence each
   */
  public LearnerMistake(String headline, String... advice) {
    super(headline);
    this.advice = List.of(advice);
  }

  /**
   * Says that an answer is not what its lesson asks for.
   *
   * @param type the interface of the lab that the starter implemented
   */
  public static LearnerMistake isNot(Class<?> type, Object answer) {
    return new LearnerMistake(
        "%s is not a %s.".formatted(answer.getClass().getSimpleName(), type.getSimpleName()),
        "Let the class implement %s again, as the starter did.".formatted(type.getSimpleName()));
  }

  /** Returns what it means and what to do, one sentence each. */
  public List<String> advice() {
    return advice;
  }
}
