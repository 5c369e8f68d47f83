package kata.flink.late;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the views of each page in windows of five minutes, and correct the counts for two minutes.
 *
 * <p>Return a row for each window and page when the window is complete. For two minutes of event
 * time after its end, each view that still comes for the window gives one more row, at once, with
 * the whole count of the page so far. A view that comes later is left out. Leave no state behind.
 * Should the job fail, it goes back to its last checkpoint, and the rows are the same. Read
 * docs/lessons/late.md.
 */
public final class LateCorrections implements StreamJob<ClickEvent, PageCount> {

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
