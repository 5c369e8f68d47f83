package kata.spark.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Turns rows of Spark into rows of a transcript. */
public final class RowReader {

  private RowReader() {}

  /**
   * Reads a row with its schema.
   *
   * @throws LearnerMistake if a column is a struct, which has no place in a table
   */
  public static Row read(org.apache.spark.sql.Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    StructField[] columns = row.schema().fields();
    for (int i = 0; i < columns.length; i++) {
      values.put(columns[i].name(), value(columns[i], row.get(i)));
    }
    return Row.of(values);
  }

  private static Object value(StructField column, Object value) {
    if (column.dataType() instanceof StructType struct) {
      throw new LearnerMistake(
          "The column %s of your rows is a struct with the fields %s."
              .formatted(column.name(), String.join(", ", struct.fieldNames())),
          "A result has plain columns: select the fields, and name them as the task does.");
    }
    return value;
  }
}
