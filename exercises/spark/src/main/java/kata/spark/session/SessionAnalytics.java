package kata.spark.session;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Say of each session of a user how long it was and what happened in it.
 *
 * <p>The events have the columns user_id, event_type, page, event_time and more; their watermark is
 * set. A session ends with a silence of more than 30 minutes. Return one row for each user and
 * session, when it is over, with the columns:
 *
 * <ul>
 *   <li>window_start, window_end: from the first event to 30 minutes after the last
 *   <li>user
 *   <li>seconds: from the first event to the last, in whole seconds, rounded down
 *   <li>events: how many there were, of whatever type; pages: how many different pages
 *   <li>entry, exit: pages of the first and of the last event, by event time. Of events of the same
 *       moment, the page that sorts first is the entry, and the one that sorts last the exit
 *   <li>bought: whether there was a purchase (its event_type is PURCHASE)
 * </ul>
 *
 * <p>A late event counts as long as its own 30 minutes are not over. Read docs/lessons/session.md.
 */
public final class SessionAnalytics implements StreamQuery {

  @Override
  public Dataset<Row> build(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
