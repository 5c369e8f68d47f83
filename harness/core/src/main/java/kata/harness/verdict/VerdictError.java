package kata.harness.verdict;

/**
 * Fails a lesson's test with a verdict. Its message is the headline, in one line; printed as a
 * whole it is the full verdict.
 */
public final class VerdictError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;
  private final String text;

  public VerdictError(Verdict verdict) {
    super(
        verdict.kind() == Verdict.Kind.NOT_SOLVED
            ? verdict.headline()
            : verdict.scenario() + ": " + verdict.headline());
    this.verdict = verdict;
    this.text = verdict.text();
  }

  /** Returns the verdict; not kept when the error is serialised. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the full verdict, which a test report prints above the stack trace. */
  @Override
  public String toString() {
    return text;
  }
}
