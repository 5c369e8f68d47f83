package kata.harness.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import kata.harness.transcript.Emission;
import kata.harness.transcript.WindowBounds;

/**
 * What one window of one key should give, and what it gave.
 *
 * @param cells what identifies the row beside its window, by column; may be empty
 * @param window where it lies in event time, if the row tells
 * @param expected what should come out, in order
 * @param got what came out, in order
 */
record Bar(
    Map<String, String> cells,
    Optional<WindowBounds> window,
    List<Value> expected,
    List<Value> got) {

  private static final int MOST_TEXTS = 4;
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  /**
   * What came out once.
   *
   * @param at the watermark
   * @param text the values of the row
   */
  record Value(String at, String text) {

    /** Returns when it came out, as a sentence says it. */
    String when() {
      return at.equals(Emission.END) ? "the end" : at;
    }
  }

  /** How what came out differs from what should. */
  enum Kind {
    EQUAL,
    OTHER_VALUE,
    OTHER_TIME,
    MISSING,
    UNEXPECTED
  }

  Kind kind() {
    if (expected.equals(got)) {
      return Kind.EQUAL;
    }
    if (got.isEmpty()) {
      return Kind.MISSING;
    }
    if (expected.isEmpty()) {
      return Kind.UNEXPECTED;
    }
    return texts(expected).equals(texts(got)) ? Kind.OTHER_TIME : Kind.OTHER_VALUE;
  }

  boolean differs() {
    return kind() != Kind.EQUAL;
  }

  /** Returns how many more were counted than should be, if the bar holds counts. */
  OptionalLong surplus() {
    OptionalLong shouldBe = count(expected);
    OptionalLong is = count(got);
    return is.isPresent() && shouldBe.isPresent()
        ? OptionalLong.of(is.getAsLong() - shouldBe.getAsLong())
        : OptionalLong.empty();
  }

  /** Returns whether less was counted than should be. */
  boolean isShort() {
    return surplus().orElse(0) < 0;
  }

  private static OptionalLong count(List<Value> values) {
    if (values.isEmpty()) {
      return OptionalLong.of(0);
    }
    String text = values.get(0).text();
    return values.size() == 1 && COUNT.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Returns what the bar of the expected row says: the longest first, to choose what fits. */
  List<String> expectedLabels() {
    return plain(expected);
  }

  /** Returns what the bar of the actual row says: the longest first, to choose what fits. */
  List<String> gotLabels() {
    String texts = joined(texts(got));
    String ats = joined(ats(got));
    return switch (kind()) {
      case EQUAL -> plain(got);
      case MISSING -> List.of("missing", "none", "");
      case UNEXPECTED -> List.of(timed(got) + ", unexpected", texts + ", unexpected", texts);
      case OTHER_TIME ->
          List.of(
              timed(got) + ", not at " + joined(ats(expected)),
              "at " + ats + ", not " + joined(ats(expected)),
              "at " + ats,
              texts);
      case OTHER_VALUE ->
          List.of(
              texts + " instead of " + joined(texts(expected)),
              texts + ", not " + joined(texts(expected)),
              texts);
    };
  }

  private static List<String> plain(List<Value> values) {
    return List.of(timed(values), joined(texts(values)));
  }

  /** Returns values and when they came out: {@code 1 at 12:05, 2 at 12:06}. */
  private static String timed(List<Value> values) {
    List<String> ats = ats(values);
    return ats.size() == 1
        ? joined(texts(values)) + " at " + ats.get(0)
        : joined(values.stream().map(it -> it.text() + " at " + it.when()).toList());
  }

  /** Returns what identifies the row beside its window, such as {@code /home}; may be empty. */
  String key() {
    return String.join(" ", cells.values());
  }

  /** Returns the window and the key, as in {@code 12:00 .. 12:05 /home}. */
  String name() {
    String place = window.map(WindowBounds::toCell).orElse("");
    return (place + " " + key()).strip();
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(Value::text).toList();
  }

  private static List<String> ats(List<Value> values) {
    return values.stream().map(Value::when).distinct().toList();
  }

  private static String joined(List<String> texts) {
    if (texts.size() <= MOST_TEXTS) {
      return String.join(", ", texts);
    }
    String first = String.join(", ", texts.subList(0, MOST_TEXTS - 1));
    return first + ", \u2026, " + texts.get(texts.size() - 1);
  }
}
