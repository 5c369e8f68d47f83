package kata.lessons;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/** Gathers the rows that a second opinion found into a table. */
public final class ExpectedRows {

  private final List<Emission> emissions = new ArrayList<>();

  /**
   * Adds a row.
   *
   * @param at the watermark at which it comes out, as a story time
   * @param row a record; its components become the columns
   */
  public void add(String at, Record row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(row));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component + " cannot be read. Make the record public.", e);
      }
    }
    emissions.add(new Emission(at, Row.of(values)));
  }

  /** Returns the table of all rows; the columns are named as in its text form. */
  public Table table(List<String> keys, List<String> values) {
    return new Table(keys, values, emissions);
  }
}
