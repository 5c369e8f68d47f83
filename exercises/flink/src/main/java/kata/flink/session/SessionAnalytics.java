package kata.flink.session;

import kata.datasets.ClickEvent;
import kata.datasets.SessionSummary;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Say of each session of a user how long it was and what happened in it.
 *
 * <p>A session ends with a silence of more than 30 minutes. Return one row for each user and
 * session, when it is over:
 *
 * <ul>
 *   <li>windowStart, windowEnd: from the first event to 30 minutes after the last
 *   <li>seconds: from the first event to the last, in whole seconds, rounded down
 *   <li>events: how many there were, of whatever type; pages: how many different pages
 *   <li>entry, exit: pages of the first and of the last event, by event time. Of events of the same
 *       moment, the page that sorts first is the entry, and the one that sorts last the exit
 *   <li>bought: whether there was a purchase
 * </ul>
 *
 * <p>A late event counts as long as the session that it belongs to is not over. Read
 * docs/lessons/session.md.
 */
public final class SessionAnalytics implements StreamJob<ClickEvent, SessionSummary> {

  @Override
  public DataStream<SessionSummary> build(DataStream<ClickEvent> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
