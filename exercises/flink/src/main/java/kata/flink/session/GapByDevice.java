package kata.flink.session;

import kata.datasets.ClickEvent;
import kata.datasets.VisitCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the events of each visit, where a visit on a phone ends sooner than one elsewhere.
 *
 * <p>An event on a phone (its device is {@code mobile}) keeps the visit of its user open for 10
 * minutes, an event on any other device for 30. The next event belongs to the visit if it comes
 * within that time, on whatever device, its end included. Return one row for each user and visit,
 * when it is over: windowStart is the time of the first event, windowEnd the moment up to which
 * some event kept the visit open, and events their number. A late event counts as long as the visit
 * that it belongs to is not over. Read docs/lessons/session.md.
 */
public final class GapByDevice implements StreamJob<ClickEvent, VisitCount> {

  @Override
  public DataStream<VisitCount> build(DataStream<ClickEvent> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
