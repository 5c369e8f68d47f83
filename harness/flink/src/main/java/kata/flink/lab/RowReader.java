package kata.flink.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.apache.flink.api.common.eventtime.Watermark;

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
}
