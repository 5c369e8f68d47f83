package kata.harness.verdict;

import java.util.ArrayList;
import java.util.List;

/** Fits text into the width of a terminal. */
final class Fit {

  /** The most characters in one line of a verdict. */
  static final int WIDTH = 100;

  private static final String INDENT = "  ";
  private static final String CUT = "...";

  private Fit() {}

  /** Returns a text as one line of at most so many characters; what is cut ends in three dots. */
  static String clip(String text, int width) {
    String line = text.replaceAll("\\R", "\\\\n").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= width ? line : line.substring(0, width - CUT.length()) + CUT;
  }

  /** Returns an indented text, broken between words where it is too wide. */
  static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String fitting = clip(word, WIDTH - INDENT.length());
      if (!line.isEmpty() && line.length() + 1 + fitting.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? INDENT : " ").append(fitting);
    }
    lines.add(line.toString());
    return lines;
  }
}
