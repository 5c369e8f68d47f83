package kata.spark.lab;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Row;

/** Turns rows of Spark into rows of a transcript. */
final class RowReader {

  private RowReader() {}

  static Row read(org.apache.spark.sql.Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    String[] columns = row.schema().fieldNames();
    for (int i = 0; i < columns.length; i++) {
      values.put(columns[i], value(columns[i], row.get(i)));
    }
    return Row.of(values);
  }

  private static Object value(String column, Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    return value;
  }
}
