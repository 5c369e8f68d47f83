package kata.harness.verdict;

/** Thrown by an untouched starter. Delete the line that throws it and write your answer there. */
public final class NotSolvedYet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotSolvedYet() {
    super("not solved yet");
  }
}
