package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.verdict.NotSolvedYet;

/**
 * Say in SQL of each session of a user how long it was and what happened in it.
 *
 * <p>The events are in the table {@code clicks}: it has the columns user_id, session_id (that of
 * the browser), event_type, page, device, event_time (a TIMESTAMP_LTZ(3) with watermarks) and more.
 * A session ends with a silence of more than 30 minutes. Return one row for each user and session,
 * when it is over, with the columns:
 *
 * <ul>
 *   <li>window_start, window_end: from the first event to 30 minutes after the last
 *   <li>user: a word of SQL, so as a name it stands in backticks
 *   <li>seconds: from the first event to the last, in whole seconds, rounded down
 *   <li>events: how many there were, of whatever type; pages: how many different pages
 * </ul>
 *
 * <p>A late event counts as long as the session that it belongs to is not over. Read
 * docs/lessons/sql.md.
 */
public final class UserSessions implements SqlQuery {

  @Override
  public String sql() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
