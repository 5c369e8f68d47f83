package kata.harness.lab;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kata.harness.catalogue.Lesson;

/** Spells columns as the learner has to write them, and not as a table shows them. */
final class ColumnNames {

  private static final String WINDOW = "window";

  private ColumnNames() {}

  /**
   * Returns the names of columns in code: {@code windowStart} where rows are Java records, {@code
   * window_start} where they are rows of SQL.
   *
   * @param columns in words; {@code window} stands for its two bounds
   */
  static List<String> inCode(Collection<String> columns, Lesson lesson) {
    boolean records = lesson.module().equals("flink");
    return columns.stream()
        .flatMap(it -> it.equals(WINDOW) ? Stream.of("window start", "window end") : Stream.of(it))
        .map(it -> records ? camelCase(it) : it.replace(' ', '_'))
        .toList();
  }

  private static String camelCase(String words) {
    StringBuilder name = new StringBuilder();
    for (String word : words.split(" ")) {
      name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
          .append(word.substring(1));
    }
    return name.toString();
  }
}
