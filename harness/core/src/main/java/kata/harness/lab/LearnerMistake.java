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

  /** Returns what it means and what to do, one sentence each. */
  public List<String> advice() {
    return advice;
  }
}
