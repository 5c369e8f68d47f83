package kata.harness.picture;

import java.util.ArrayList;
import java.util.List;

/** Fits text into a picture. All letters are of one width, so that a text can be measured. */
final class Letters {

  /** The width of a letter of a monospaced font, as a part of its height. */
  private static final double ASPECT = 0.61;

  private static final String CUT = "\u2026";

  private Letters() {}

  /** Returns the width of a text in pixels. */
  static double width(String text, double size) {
    return columns(text) * size * ASPECT;
  }

  /** Returns a text as one line that is not wider than a number of pixels. */
  static String clip(String text, double size, double width) {
    String line = oneLine(text);
    if (width(line, size) <= width) {
      return line;
    }
    StringBuilder clipped = new StringBuilder();
    for (int letter : line.codePoints().toArray()) {
      if (width(clipped.toString() + Character.toString(letter) + CUT, size) > width) {
        break;
      }
      clipped.appendCodePoint(letter);
    }
    return clipped + CUT;
  }

  /** Breaks a text between words into lines that are not wider than a number of pixels. */
  static List<String> wrap(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : oneLine(text).split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line);
        longer = word;
      }
      line = clip(longer, size, width);
    }
    lines.add(line);
    return lines;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static int columns(String text) {
    return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
  }

  /** East Asian letters and most pictograms take two columns. */
  private static boolean isWide(int letter) {
    return letter >= 0x1100 && letter <= 0x115F
        || letter >= 0x2E80 && letter <= 0xA4CF
        || letter >= 0xAC00 && letter <= 0xD7A3
        || letter >= 0xF900 && letter <= 0xFAFF
        || letter >= 0xFE30 && letter <= 0xFE6F
        || letter >= 0xFF00 && letter <= 0xFF60
        || letter >= 0x1F300;
  }
}
