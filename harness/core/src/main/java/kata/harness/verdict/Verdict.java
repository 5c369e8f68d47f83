package kata.harness.verdict;

import java.util.Optional;
import kata.harness.catalogue.Lesson;

/**
 * What the workbook says about one answer in one scenario.
 *
 * @param kind red, or not solved yet
 * @param lesson the lesson that was tried
 * @param scenario the scenario that was played
 * @param size how many events the scenario has; the smaller, the better it explains
 * @param headline what is wrong, in one sentence
 * @param misconception the named mistake, if it is a known one
 * @param fingerprint identifies the wrong result; empty if there is no result
 * @param text the whole verdict, of at most {@value #MAX_LINES} lines
 */
public record Verdict(
    Kind kind,
    Lesson lesson,
    String scenario,
    int size,
    String headline,
    Optional<String> misconception,
    String fingerprint,
    String text) {

  /** The most lines that a verdict takes. */
  public static final int MAX_LINES = 15;

  /** The kinds of verdict that a failing test carries. */
  public enum Kind {
    NOT_SOLVED,
    RED
  }
}
