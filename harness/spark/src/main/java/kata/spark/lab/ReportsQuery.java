package kata.spark.lab;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Several reports about the same events. The lab plays each of them as a query of its own, in
 * append mode, so that one can be right while another is not written yet.
 */
@FunctionalInterface
public interface ReportsQuery {

  /**
   * Builds one report.
   *
   * @param name which one, as the lesson names it
   * @param events as in {@link StreamQuery#build}
   * @return its results
   */
  Dataset<Row> report(String name, Dataset<Row> events);
}
