package kata.spark.timezones;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.session_window;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers have in common. */
final class LocalDays {

  static final String START = midnight("day");
  static final String END = midnight("day + 1");

  private LocalDays() {}

  /** Returns the moment at which a date begins in Berlin. */
  static String midnight(String date) {
    return "to_utc_timestamp(%s, 'Europe/Berlin')".formatted(date);
  }

  /** Returns the date on which a moment falls in a zone. */
  static String date(String moment, String zone) {
    return "to_date(from_utc_timestamp(%s, '%s'))".formatted(moment, zone);
  }

  /** Adds the day in Berlin to which a moment belongs. */
  static Dataset<Row> withDay(Dataset<Row> views, String moment) {
    return views.withColumn("day", expr(date(moment, "Europe/Berlin")));
  }

  /**
   * Counts the views of each day and page, in sessions that last until the end of the day.
   *
   * @param views with the column {@code day}
   * @param start when a day begins, as an expression of {@code day}
   * @param end when a day ends
   */
  static Dataset<Row> count(Dataset<Row> views, String start, String end) {
    return count(views, start, end, untilEnd());
  }

  /** Counts the views of each day and page, in sessions that may use the column {@code end}. */
  static Dataset<Row> count(Dataset<Row> views, String start, String end, Column session) {
    return views
        .withColumn("start", expr(start))
        .withColumn("end", expr(end))
        .groupBy(session, col("start"), col("end"), col("page"))
        .agg(expr("count(*)").as("views"))
        .select(
            col("start").as("window_start"),
            col("end").as("window_end"),
            col("page"),
            col("views"));
  }

  /** Returns the session that a view opens until the column {@code end}. */
  static Column untilEnd() {
    return lasting("unix_micros(end) - unix_micros(event_time)", "microseconds");
  }

  /** Returns the session that a view opens for a number of units. */
  static Column lasting(String number, String unit) {
    return session_window(
            col("event_time"), expr("CAST(concat(%s, ' %s') AS INTERVAL)".formatted(number, unit)))
        .as("session");
  }

  /** Counts the views of each page in windows. */
  static Dataset<Row> count(Dataset<Row> views, Column window) {
    return views
        .groupBy(window.as("window"), col("page"))
        .agg(expr("count(*)").as("views"))
        .select(
            col("window.start").as("window_start"),
            col("window.end").as("window_end"),
            col("page"),
            col("views"));
  }
}
