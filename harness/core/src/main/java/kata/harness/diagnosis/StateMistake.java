package kata.harness.diagnosis;

import java.util.Arrays;
import kata.harness.transcript.Fingerprint;

/** What can be wrong with the state of a job whose rows are right as long as nothing fails. */
public enum StateMistake {

  /** It holds too much at once. */
  PEAK("state peak"),

  /** It leaves something. */
  LEFT("state left"),

  /** Something that the job remembers is not in its state, or not only there. */
  LOST("state lost");

  private final String kind;

  StateMistake(String kind) {
    this.kind = kind;
  }

  /** Returns what identifies this kind of mishap, the same from run to run. */
  public String kind() {
    return kind;
  }

  /** Returns whether a known result is that of right rows, and only the state was wrong. */
  static boolean isBehind(String fingerprint) {
    return Arrays.stream(values())
        .anyMatch(it -> Fingerprint.ofMishap(it.kind).equals(fingerprint));
  }
}
