package kata.flink.functions;

import kata.datasets.ClickEvent;
import kata.datasets.PagePeak;
import kata.flink.lab.StreamJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Find the peak of each quarter of an hour: the page that had the most views in any five minutes of
 * it.
 *
 * <p>The events are page views. First count the views of each page in windows of five minutes. Then
 * compare the counts of one quarter of an hour (12:00 to 12:15, and so on), which holds three such
 * windows. Return one row for each quarter with views, when it is complete: the page with the
 * greatest count, the start of its five minutes, and the count. Of equals, the earlier five minutes
 * win, and then the page that sorts first. A view that comes after the end of its five minutes is
 * left out, even though the quarter is still open. Read docs/lessons/functions.md.
 */
public final class TwoStages implements StreamJob<ClickEvent, PagePeak> {

  @Override
  public DataStream<PagePeak> build(DataStream<ClickEvent> views) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
