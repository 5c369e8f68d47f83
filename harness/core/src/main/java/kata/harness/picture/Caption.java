package kata.harness.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws what stands below a picture: what happened, what was left out, what the shapes mean. */
final class Caption {

  private static final double LEFT = 16;
  private static final double SENTENCE = 14;
  private static final double SENTENCE_LINE = 20;
  private static final double LINE = 18;
  private static final double KEY_LINE = 22;
  private static final double LONGEST_ROW = 480;

  /** What a shape means. */
  enum Key {
    EVENT("event, numbered by arrival", 24),
    LATE("late: behind the watermark", 28),
    WATERMARK("watermark", 30),
    ROW("", 38),
    OTHER("not as expected", 22),
    UNEXPECTED("unexpected", 22),
    TIME("at another time", 22),
    MISSING("missing", 38);

    private final String text;
    private final double room;

    Key(String text, double room) {
      this.text = text;
      this.room = room;
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

  private final String row;
  private final List<String> sentence;
  private final List<String> notice;
  private final List<List<Key>> rows;

  /**
   * Prepares to draw.
   *
   * @param sentence what happened; may be empty
   * @param notice what was left out; may be empty
   * @param row what a bar stands for, and what it shows: {@code window: views}
   */
  Caption(String sentence, String notice, Set<Key> keys, String row) {
    this.row = Letters.clip(row, 11, LONGEST_ROW);
    this.sentence = lines(sentence, SENTENCE);
    this.notice = lines(notice, 12);
    this.rows = rows(keys);
  }

  /** Returns the shapes that a picture shows. */
  static Set<Key> keys(List<Line> lines, List<Lane> lanes) {
    Set<Key> keys = EnumSet.of(Key.EVENT, Key.WATERMARK);
    for (Line line : lines) {
      if (line instanceof Line.Event event && event.arrival().late()) {
        keys.add(Key.LATE);
      }
    }
    for (Lane lane : lanes) {
      keys.add(Key.ROW);
      lane.bars().forEach(bar -> Key.of(bar.kind()).ifPresent(keys::add));
    }
    return keys;
  }

  private static List<String> lines(String text, double size) {
    return text.isEmpty() ? List.of() : Letters.wrap(text, size, Axis.RIGHT - LEFT);
  }

  double height() {
    return sentence.size() * SENTENCE_LINE
        + (sentence.isEmpty() ? 0 : 8)
        + notice.size() * LINE
        + rows.size() * KEY_LINE
        + 8;
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
    for (List<Key> row : rows) {
      double x = LEFT;
      for (Key key : row) {
        shape(svg, key, x, y + 12);
        svg.leafText("text", text(key), "class", "soft small", "x", x + key.room, "y", y + 16);
        x += width(key);
      }
      y += KEY_LINE;
    }
  }

  private List<List<Key>> rows(Set<Key> keys) {
    List<List<Key>> rows = new ArrayList<>();
    double x = Double.MAX_VALUE;
    for (Key key : keys) {
      if (x + width(key) > Axis.RIGHT) {
        rows.add(new ArrayList<>());
        x = LEFT;
      }
      rows.get(rows.size() - 1).add(key);
      x += width(key);
    }
    return rows;
  }

  private String text(Key key) {
    return key == Key.ROW ? row + "; when it came out" : key.text;
  }

  /** Returns the width of the shape and the text, and of the gap to the next. */
  private double width(Key key) {
    return key.room + Letters.width(text(key), 11) + 18;
  }

  private static void shape(Markup svg, Key key, double x, double y) {
    switch (key) {
      case EVENT -> svg.leaf("circle", "class", "event", "cx", x + 9, "cy", y, "r", 7);
      case LATE -> svg.leaf("path", "class", "late", "d", path(x + 11, y, "m0 -9l9 9l-9 9l-9 -9Z"));
      case WATERMARK -> svg.leaf("path", "class", "mark", "d", path(x, y, "m0 -5h12v10h12"));
      case ROW -> box(svg, "bar", x, y);
      case MISSING -> box(svg, "gone", x, y);
      case OTHER -> sign(svg, Bar.Kind.OTHER_VALUE, x, y);
      case UNEXPECTED -> sign(svg, Bar.Kind.UNEXPECTED, x, y);
      case TIME -> sign(svg, Bar.Kind.OTHER_TIME, x, y);
    }
  }

  private static void box(Markup svg, String style, double x, double y) {
    svg.leaf("rect", "class", style, "x", x + 1, "y", y - 7, "width", 30, "height", 14, "rx", 3);
  }

  private static void sign(Markup svg, Bar.Kind kind, double x, double y) {
    svg.leaf("path", "class", "sign", "d", Windows.sign(kind, x + 9, y));
  }

  private static String path(double x, double y, String form) {
    return "M" + Markup.number(x) + " " + Markup.number(y) + form;
  }
}
