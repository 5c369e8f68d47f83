package kata.harness.verdict;

import java.util.List;
import kata.harness.transcript.Fingerprint;

/**
 * An answer that gave no rows to compare: it threw, returned null, never ended.
 *
 * @param kind identifies the kind of mishap, the same from run to run
 * @param headline what happened, in one sentence
 * @param place where in the learner's code, such as {@code PageViewsPerWindow.java:31}; or empty
 * @param advice what it means and what to do, one sentence each
 */
public record Mishap(String kind, String headline, String place, List<String> advice) {

  public Mishap {
    advice = List.copyOf(advice);
  }

  /** Returns what identifies this kind of mishap. */
  public String fingerprint() {
    return Fingerprint.ofMishap(kind);
  }
}
