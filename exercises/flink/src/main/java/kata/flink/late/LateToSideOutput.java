package kata.flink.late;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.flink.lab.SideOutputJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;

/**
 * Count the views of each page in the last ten minutes, every five, and put aside what is too late.
 *
 * <p>Return one row for each window and page, when the window is complete. A view is too late when
 * every window in which it lies is complete: send it, as it is, to the side output {@link #LATE},
 * once. Any other view counts in those of its windows that are not complete yet. Leave no state
 * behind. Read docs/lessons/late.md.
 */
public final class LateToSideOutput implements SideOutputJob<ClickEvent, PageCount, ClickEvent> {

  private static final OutputTag<ClickEvent> LATE = new OutputTag<>("late") {};

  @Override
  public OutputTag<ClickEvent> sideOutput() {
    return LATE;
  }

  @Override
  public DataStream<PageCount> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
