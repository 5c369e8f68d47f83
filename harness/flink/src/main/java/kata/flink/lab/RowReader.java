package kata.flink.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.Scenario;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import org.apache.flink.api.common.eventtime.Watermark;

/** Turns what a job emitted into a transcript. */
final class RowReader {

  private RowReader() {}

  /**
   * Reads rows and watermarks as they came.
   *
   * @param collected records, and the {@link Watermark}s between them
   */
  static Transcript transcript(
      List<Object> collected, Scenario<?> scenario, List<String> remarks) {
    StepClock clock = new StepClock(scenario);
    List<Emission> emissions = new ArrayList<>();
    List<Row> waiting = new ArrayList<>();
    for (Object item : collected) {
      if (item instanceof Watermark watermark) {
        flush(waiting, clock.at(watermark.getTimestamp()), emissions);
      } else {
        waiting.add(row(item));
      }
    }
    flush(waiting, Emission.END, emissions);
    return new Transcript(emissions, remarks);
  }

  private static void flush(List<Row> waiting, String at, List<Emission> emissions) {
    waiting.forEach(row -> emissions.add(new Emission(at, row)));
    waiting.clear();
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
