package kata.flink.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.types.RowKind;

/** Reads what came out on one output of a job. */
final class RowReader {

  private RowReader() {}

  /**
   * Reads rows and watermarks in the order in which they came.
   *
   * @param collected records, and the {@link Watermark}s between them
   * @param steps tells at which step of the scenario a watermark came
   */
  static List<Emission> emissions(
      String output, List<Object> collected, LongFunction<String> steps) {
    List<Emission> emissions = new ArrayList<>();
    List<Row> waiting = new ArrayList<>();
    for (Object item : collected) {
      if (item instanceof Watermark watermark) {
        String at = steps.apply(watermark.getTimestamp());
        waiting.forEach(row -> emissions.add(new Emission(at, output, row)));
        waiting.clear();
      } else {
        waiting.add(row(item));
      }
    }
    waiting.forEach(row -> emissions.add(new Emission(Emission.END, output, row)));
    return emissions;
  }

  private static Row row(Object result) {
    if (result instanceof org.apache.flink.types.Row row) {
      return tableRow(row);
    }
    if (!(result instanceof Record)) {
      throw new LearnerMistake(
          "Your code emits " + result.getClass().getSimpleName() + ", which the lab cannot read.",
          "Emit the record that the starter names as its result.");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(result));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new LearnerMistake(
            "The field %s of %s cannot be read."
                .formatted(component.getName(), result.getClass().getSimpleName()),
            "Emit the record that the starter names as its result.");
      }
    }
    return Row.of(values);
  }

  /**
   * Reads a row of a table. One that does not only add to the result says in a column of its own
   * what it does: {@code -U} takes back a row, {@code +U} puts another in its place, {@code -D}
   * removes it.
   */
  private static Row tableRow(org.apache.flink.types.Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String column : row.getFieldNames(true)) {
      Object value = row.getField(column);
      values.put(
          column, value instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC) : value);
    }
    if (row.getKind() != RowKind.INSERT) {
      values.put(Row.CHANGE, row.getKind().shortString());
    }
    return Row.of(values);
  }
}
