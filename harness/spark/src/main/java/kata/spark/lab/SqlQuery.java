package kata.spark.lab;

import kata.harness.lab.LearnerMistake;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a learner writes in the lessons on Spark SQL: the text of one query. */
@FunctionalInterface
public interface SqlQuery extends StreamQuery {

  /**
   * Returns a {@code SELECT} over the events, which are the view {@code clicks}, with the columns
   * that {@link StreamQuery#build} names. The names of the query's columns are those of the result.
   */
  String sql();

  @Override
  default Dataset<Row> build(Dataset<Row> events) {
    String sql = sql();
    if (sql == null || sql.isBlank()) {
      throw new LearnerMistake(
          "Your code returned no SQL.", "Return the text of one SELECT over the view clicks.");
    }
    events.createOrReplaceTempView("clicks");
    return events.sparkSession().sql(sql);
  }
}
