package kata.harness.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.transcript.Emission;
import kata.harness.transcript.WindowBounds;
import kata.harness.verdict.Table;

/** Makes bars of rows: one for each key and window. */
final class Bars {

  private record Place(Map<String, String> cells, Optional<WindowBounds> window) {}

  private final Table table;
  private final Map<Place, Bar> bars = new LinkedHashMap<>();
  // Reading a time costs more than all the rest, and few windows have many rows.
  private final Map<String, Optional<WindowBounds>> windows = new HashMap<>();

  private Bars(Table table) {
    this.table = table;
  }

  /** Returns the bars of a table and of what came out, those of the table first, in its order. */
  static List<Bar> of(Table table, List<Emission> got) {
    Bars bars = new Bars(table);
    table.emissions().forEach(it -> bars.at(it).expected().add(bars.value(it)));
    got.forEach(it -> bars.at(it).got().add(bars.value(it)));
    return List.copyOf(bars.bars.values());
  }

  private Bar at(Emission emission) {
    Optional<WindowBounds> window =
        emission.row().cells().values().stream().flatMap(it -> window(it).stream()).findFirst();
    return bars.computeIfAbsent(
        new Place(cells(table.keys(), emission), window),
        it -> new Bar(it.cells(), it.window(), new ArrayList<>(), new ArrayList<>()));
  }

  private Bar.Value value(Emission emission) {
    String text = String.join(" ", cells(table.values(), emission).values());
    return new Bar.Value(emission.at(), text.isEmpty() ? "a row" : text);
  }

  /** Returns the cells of some columns, without the window. */
  private Map<String, String> cells(List<String> columns, Emission emission) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : columns) {
      String cell = String.valueOf(emission.row().cells().get(column));
      if (window(cell).isEmpty()) {
        cells.put(column, cell);
      }
    }
    return cells;
  }

  private Optional<WindowBounds> window(String cell) {
    return windows.computeIfAbsent(cell, WindowBounds::parse);
  }
}
