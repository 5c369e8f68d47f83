package kata.spark.timezones;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_millis;

import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes a day for a session that each view opens until the next midnight of Berlin. The day is
 * among the keys, or two days that touch at midnight would be one session.
 */
public final class DailyViews implements StreamQuery {

  private static final String BERLIN = "Europe/Berlin";

  @Override
  public Dataset<Row> build(Dataset<Row> views) {
    Column tomorrow = midnight(date_add(col("day"), 1));
    Column millisLeft = unix_millis(tomorrow).minus(unix_millis(col("event_time")));
    Column gap = concat(millisLeft, lit(" milliseconds")).cast("interval");
    return views
        .withColumn("day", to_date(from_utc_timestamp(col("event_time"), BERLIN)))
        .groupBy(session_window(col("event_time"), gap), col("day"), col("page"))
        .agg(count(lit(1)).as("views"))
        .select(
            midnight(col("day")).as("window_start"),
            tomorrow.as("window_end"),
            col("page"),
            col("views"));
  }

  private static Column midnight(Column date) {
    return to_utc_timestamp(date, BERLIN);
  }
}
