package kata.harness.verdict;

import java.util.ArrayList;
import java.util.List;
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
 * @param picture the path of its picture from the root of the workbook, if there is one
 */
public record Verdict(
    Kind kind,
    Lesson lesson,
    String scenario,
    int size,
    String headline,
    Optional<String> misconception,
    String fingerprint,
    String text,
    Optional<String> picture) {

  /** The most lines that a verdict takes. */
  public static final int MAX_LINES = 15;

  /**
   * Returns the verdict with a line that says where its picture is. Where there is no room for one
   * more line, the last blank line goes.
   *
   * @param path of the picture, from the root of the workbook
   */
  public Verdict withPicture(String path) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() == MAX_LINES) {
      lines.remove(lines.lastIndexOf(""));
    }
    lines.add(lines.size() - 1, "  Picture: " + path);
    return new Verdict(
        kind,
        lesson,
        scenario,
        size,
        headline,
        misconception,
        fingerprint,
        String.join("\n", lines),
        Optional.of(path));
  }

  /** The kinds of verdict that a failing test carries. */
  public enum Kind {
    NOT_SOLVED,
    RED
  }
}
