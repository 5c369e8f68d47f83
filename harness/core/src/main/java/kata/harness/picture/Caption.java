package kata.harness.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws what stands below a picture: what happened, what was left out, what the shapes mean. */
final class Caption {

  private static final double LEFT = 16;
  private static final double SENTENCE = 14;
  private static final double SENTENCE_LINE = 20;
  private static final double LINE = 18;
  private static final double KEYS = 30;

  /** What a shape means. */
  enum Key {
    EVENT("event, numbered as it arrives", 24),
    LATE("late: the watermark had passed it", 28),
    WATERMARK("watermark", 30),
    OTHER("not as expected", 22),
    UNEXPECTED("unexpected", 22),
    TIME("at another time", 22),
    MISSING("missing", 38);

    private final String text;
    private final double width;

    Key(String text, double width) {
      this.text = text;
      this.width = width;
    }

    static Optional<Key> of(Bar.Kind kind) {
      return switch (kind) {
        case EQUAL -> Optional.empty();
        case OTHER_VALUE -> Optional.of(OTHER);
        case OTHER_TIME -> Optional.of(TIME);
        case MISSING -> Optional.of(MISSING);
        case UNEXPECTED -> Optional.of(UNEXPECTED);
      };
    }
  }

  private final List<String> sentence;
  private final List<String> notice;
  private final Set<Key> keys;

  /**
   * Prepares to draw.
   *
   * @param sentence what happened; may be empty
   * @param notice what was left out; may be empty
   */
  Caption(String sentence, String notice, Set<Key> keys) {
    this.sentence = lines(sentence, SENTENCE);
    this.notice = lines(notice, 12);
    this.keys = keys;
  }

  private static List<String> lines(String text, double size) {
    return text.isEmpty() ? List.of() : Letters.wrap(text, size, Axis.RIGHT - LEFT);
  }

  double height() {
    return sentence.size() * SENTENCE_LINE
        + (sentence.isEmpty() ? 0 : 8)
        + notice.size() * LINE
        + KEYS;
  }

  void draw(Markup svg, double top) {
    double y = top + (sentence.isEmpty() ? 0 : 8);
    for (String line : sentence) {
      svg.leafText("text", line, "class", "say", "x", LEFT, "y", y + 12);
      y += SENTENCE_LINE;
    }
    for (String line : notice) {
      svg.leafText("text", line, "class", "soft", "x", LEFT, "y", y + 12);
      y += LINE;
    }
    double x = LEFT;
    for (Key key : keys) {
      shape(svg, key, x, y + 12);
      x += key.width;
      svg.leafText("text", key.text, "class", "soft small", "x", x, "y", y + 16);
      x += Letters.width(key.text, 11) + 18;
    }
  }

  private static void shape(Markup svg, Key key, double x, double y) {
    switch (key) {
      case EVENT -> svg.leaf("circle", "class", "event", "cx", x + 9, "cy", y, "r", 7);
      case LATE -> svg.leaf("path", "class", "late", "d", path(x + 11, y, "m0 -9l9 9l-9 9l-9 -9Z"));
      case WATERMARK -> svg.leaf("path", "class", "mark", "d", path(x, y, "m0 -5h12v10h12"));
      case MISSING ->
          svg.leaf(
              "rect", "class", "gone", "x", x + 1, "y", y - 7, "width", 30, "height", 14, "rx", 3);
      case OTHER -> sign(svg, Bar.Kind.OTHER_VALUE, x, y);
      case UNEXPECTED -> sign(svg, Bar.Kind.UNEXPECTED, x, y);
      case TIME -> sign(svg, Bar.Kind.OTHER_TIME, x, y);
    }
  }

  private static void sign(Markup svg, Bar.Kind kind, double x, double y) {
    svg.leaf("path", "class", "sign", "d", Windows.sign(kind, x + 9, y));
  }

  private static String path(double x, double y, String form) {
    return "M" + Markup.number(x) + " " + Markup.number(y) + form;
  }
}
