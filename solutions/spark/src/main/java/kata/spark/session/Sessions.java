package kata.spark.session;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.session_window;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small steps that the other answers to the session lessons have in common. */
final class Sessions {

  private Sessions() {}

  static Column ofHalfAnHour() {
    return session_window(col("event_time"), "30 minutes");
  }

  /** Returns what is right for each column of the analytics, to be replaced one at a time. */
  static Map<String, String> right() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("window_start", "session.start");
    columns.put("window_end", "session.end");
    columns.put("user", "user");
    columns.put("seconds", "timestampdiff(SECOND, first.event_time, last.event_time)");
    columns.put("events", "size(all)");
    columns.put("pages", "size(array_distinct(transform(all, it -> it.page)))");
    columns.put("entry", "first.page");
    columns.put("exit", "last.page");
    columns.put("bought", "exists(all, it -> it.event_type = 'PURCHASE')");
    return columns;
  }

  /** Keeps all events of a session and key, and makes the columns of them at the end. */
  static Dataset<Row> analytics(
      Dataset<Row> events, Column session, Column key, Map<String, String> columns) {
    return events
        .groupBy(session.as("session"), key.as("user"))
        .agg(expr("collect_list(struct(event_time, page, event_type, event_id)) AS arrived"))
        .withColumn("all", expr("array_sort(arrived)"))
        .withColumn("first", expr("all[0]"))
        .withColumn("last", expr("element_at(all, -1)"))
        .select(
            columns.entrySet().stream()
                .map(it -> expr(it.getValue()).as(it.getKey()))
                .toArray(Column[]::new));
  }

  /** Returns the analytics with one column replaced. */
  static Dataset<Row> wrong(Dataset<Row> events, String column, String expression) {
    Map<String, String> columns = right();
    columns.put(column, expression);
    return analytics(events, ofHalfAnHour(), col("user_id"), columns);
  }

  /** Counts the events of each session and key. */
  static Dataset<Row> visits(Dataset<Row> events, Column session, Column... keys) {
    Column[] group = new Column[keys.length + 1];
    group[0] = session.as("visit");
    System.arraycopy(keys, 0, group, 1, keys.length);
    return events
        .groupBy(group)
        .agg(count(lit(1)).as("events"))
        .select(
            col("visit.start").as("window_start"),
            col("visit.end").as("window_end"),
            col("user_id").as("user"),
            col("events"));
  }

  /** Returns the windows whose gap is an expression of the event. */
  static Column gap(String expression) {
    return session_window(col("event_time"), expr(expression));
  }
}
