package kata.harness.verdict;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;

/**
 * The rows that a lesson expects, written as a table:
 *
 * <pre>
 * at     | window          page   | views
 * 12:05  | 12:00 .. 12:05  /home  | 2
 * </pre>
 *
 * The first part says at which watermark a row comes out, the second what identifies it, the third
 * its values. Within a part, columns are set apart by two blanks or more.
 *
 * @param keys the columns that identify a row
 * @param values the other columns
 * @param emissions the expected rows in order
 */
public record Table(List<String> keys, List<String> values, List<Emission> emissions) {

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if the first line names no columns or one of them twice, or if
   *     another line does not have its columns; the message quotes the line
   */
  public static Table parse(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A table starts with a line such as: at | window | views");
    }
    List<List<String>> head = parts(lines.get(0));
    if (head.size() != 3 || !head.get(0).equals(List.of("at"))) {
      throw new IllegalArgumentException(
          "A table starts with three parts, the first of them \"at\": " + lines.get(0).strip());
    }
    List<String> columns = head.stream().flatMap(List::stream).toList();
    if (columns.contains("") || Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "Each column of a table needs a name of its own: " + lines.get(0).strip());
    }
    List<Emission> emissions = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      emissions.add(emission(head, line));
    }
    return new Table(head.get(1), head.get(2), List.copyOf(emissions));
  }

  private static Emission emission(List<List<String>> head, String line) {
    List<List<String>> parts = parts(line);
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      if (parts.size() != head.size() || parts.get(i).size() != head.get(i).size()) {
        throw new IllegalArgumentException(
            "A line of a table does not have the columns %s: %s".formatted(head, line.strip()));
      }
      for (int j = 0; j < head.get(i).size(); j++) {
        cells.put(head.get(i).get(j), parts.get(i).get(j));
      }
    }
    return new Emission(cells.remove("at"), new Row(cells));
  }

  private static List<List<String>> parts(String line) {
    List<List<String>> parts = new ArrayList<>();
    for (String part : line.split("\\|", -1)) {
      parts.add(List.of(part.strip().split("\\s{2,}")));
    }
    return parts;
  }

  /** Returns all columns, keys first. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(keys);
    columns.addAll(values);
    return columns;
  }

  /** Returns the cells that identify a row. */
  List<String> keyOf(Row row) {
    return keys.stream().map(row.cells()::get).toList();
  }

  /** Returns the values of a row as one text, after what the row changes, if it does. */
  String valueOf(Row row) {
    return Stream.concat(
            Stream.ofNullable(row.cells().get(Row.CHANGE)), values.stream().map(row.cells()::get))
        .collect(joining(" "));
  }
}
