package kata.datasets;

/** A story that cannot be told: its message names the scenario, the place and what to change. */
public final class ScenarioException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public ScenarioException(String message) {
    super(message);
  }
}
