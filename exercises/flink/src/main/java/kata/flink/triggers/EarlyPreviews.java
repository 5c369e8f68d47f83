package kata.flink.triggers;

import kata.datasets.ClickEvent;
import kata.datasets.PagePreview;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Count the views of each page in windows of five minutes, with previews while a window fills.
 *
 * <p>The events are page views. When event time passes a full minute inside a window (12:01 to
 * 12:04 for the window that starts at 12:00), and views of the page have come since its last row,
 * return a preview: all views of the window that have arrived. "Passes" means: the watermark
 * promises that everything before that minute is there, as it does at the end of a window. When
 * event time reaches the end, return the final row, even if it says nothing new. One watermark
 * brings at most one row for each window and page: if it passes several minutes, one preview; if it
 * reaches the end, only the final row. A view that comes after the end of its window is left out.
 * Leave no state behind. Should the job fail, it goes back to its last checkpoint, and the rows are
 * the same. Read docs/lessons/triggers.md.
 */
public final class EarlyPreviews implements StreamJob<ClickEvent, PagePreview> {

  @Override
  public DataStream<PagePreview> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
