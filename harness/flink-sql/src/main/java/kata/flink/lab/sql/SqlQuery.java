package kata.flink.lab.sql;

/** What a learner writes in the lessons on Flink SQL: the text of one query. */
@FunctionalInterface
public interface SqlQuery {

  /**
   * Returns a {@code SELECT} over the events, which are a table: {@code clicks}, or {@code
   * readings} where a lesson says so. It has a column for each component of their record, such as
   * {@code user_id} and {@code page}; {@code event_time} is a {@code TIMESTAMP_LTZ(3)} with the
   * watermarks of the story. The names of the query's columns are those of the result.
   */
  String sql();
}
