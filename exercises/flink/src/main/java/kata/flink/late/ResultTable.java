package kata.flink.late;

import kata.datasets.ClickEvent;
import kata.datasets.VisitorsChange;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Keep a table of the visitors of each window and page right while windows are corrected.
 *
 * <p>The windows are five minutes long; each view that comes for a window in the two minutes after
 * its end corrects it. The visitors of a page are the different users who viewed it. Return the
 * changes of the table: the first result of a window and page is an INSERT. When a correction gives
 * another number, return an UPDATE_BEFORE with the number that the table holds, and then an
 * UPDATE_AFTER with the new one. When it gives the same number, return nothing. Should the job
 * fail, it goes back to its last checkpoint, and the rows are the same. Read docs/lessons/late.md.
 */
public final class ResultTable implements StreamJob<ClickEvent, VisitorsChange> {

  @Override
  public DataStream<VisitorsChange> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
