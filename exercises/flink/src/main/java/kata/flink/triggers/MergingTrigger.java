package kata.flink.triggers;

import kata.datasets.ClickEvent;
import kata.datasets.SessionProgress;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the views of each user's sessions, which end after ten minutes of silence, while they last.
 *
 * <p>The events are page views. A session lasts from its first view to ten minutes after its last;
 * a view exactly ten minutes after another still belongs to it. Return an open row as soon as a
 * session has three views or more that no row of it has counted, and a closed row when event time
 * reaches its end, always. A row shows the bounds of the session and all its views, as they are at
 * that moment. If a view joins two sessions, they are one from then on: their views are added up,
 * and so are those that no row has counted. A view that comes when its session is over starts
 * another only if its own ten minutes are not over. Leave no state behind. Should the job fail, it
 * goes back to its last checkpoint, and the rows are the same. Read docs/lessons/triggers.md.
 */
public final class MergingTrigger implements StreamJob<ClickEvent, SessionProgress> {

  @Override
  public DataStream<SessionProgress> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
