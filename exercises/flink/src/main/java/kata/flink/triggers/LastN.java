package kata.flink.triggers;

import kata.datasets.ClickEvent;
import kata.datasets.LastPages;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Find the last three pages that each user viewed in windows of five minutes.
 *
 * <p>The events are page views. Return one row for each window and user, when the window is
 * complete: the pages of the three views with the latest event times, the oldest first, joined by
 * {@code " > "}. Of views with equal times, the one that arrived later is the later one. A user
 * with fewer views has a row with fewer pages; a page that is viewed twice counts twice. A view
 * that comes after the end of its window is left out. Read docs/lessons/triggers.md.
 */
public final class LastN implements StreamJob<ClickEvent, LastPages> {

  @Override
  public DataStream<LastPages> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
