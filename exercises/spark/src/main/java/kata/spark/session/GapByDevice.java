package kata.spark.session;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Count the events of each visit, where a visit on a phone ends sooner than one elsewhere.
 *
 * <p>The events have the columns user_id, device, event_time and more; their watermark is set. An
 * event on a phone (its device is {@code mobile}) keeps the visit of its user open for 10 minutes,
 * an event on any other device for 30. The next event belongs to the visit if it comes within that
 * time, on whatever device, its end included. Return one row for each user and visit, when it is
 * over, with the columns window_start (the time of the first event), window_end (the moment up to
 * which some event kept the visit open), user and events (their number). A late event counts as
 * long as its own 10 or 30 minutes are not over. Read docs/lessons/session.md.
 */
public final class GapByDevice implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
