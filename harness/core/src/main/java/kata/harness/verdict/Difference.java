package kata.harness.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One key for which a job emitted something else than it should.
 *
 * @param key the cells that identify the row
 * @param expected what should have come out for this key, in order
 * @param got what came out, in order
 */
record Difference(List<String> key, List<Value> expected, List<Value> got) {

  /**
   * What came out for a key at one time.
   *
   * @param at the watermark
   * @param text the values
   */
  record Value(String at, String text) {}

  private static final int MOST_VALUES = 4;

  /** Returns whether the values are right and only came at another time. */
  boolean onlyInTime() {
    return texts(expected).equals(texts(got));
  }

  /** Returns whether the right values came at the right times, in another order. */
  boolean onlyInOrder() {
    List<Value> missing = new ArrayList<>(expected);
    got.forEach(missing::remove);
    return missing.isEmpty() && expected.size() == got.size();
  }

  String expectedText() {
    return side(expected);
  }

  String gotText() {
    return side(got);
  }

  private String side(List<Value> values) {
    if (values.isEmpty()) {
      return "-";
    }
    boolean times = onlyInTime() || repeats(expected) || repeats(got);
    String shown =
        values.stream()
            .limit(MOST_VALUES)
            .map(value -> times ? value.text() + " at " + value.at() : value.text())
            .collect(Collectors.joining(", "));
    return values.size() > MOST_VALUES ? shown + ", ..." : shown;
  }

  private static boolean repeats(List<Value> values) {
    return texts(values).stream().distinct().count() < values.size();
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(Value::text).toList();
  }
}
