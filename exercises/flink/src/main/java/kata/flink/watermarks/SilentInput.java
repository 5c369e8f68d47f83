package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.flink.lab.WatermarkJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Do not let a partition that has fallen silent hold back all the others.
 *
 * <p>The input has several partitions. Each has a generator of its own, made by your strategy, and
 * the slowest of their clocks counts. The clock of a partition stays one minute (and the usual
 * millisecond) behind its newest event. A partition from which nothing has come for more than five
 * minutes, by the clock of the machine, is left out; before that it counts, however far behind its
 * events are, and when it speaks again it counts again. While all are silent, time stands still.
 * Before the first event there is no watermark. The clock of the machine is here that of the story:
 * a generator of your own reads it from {@code getInputActivityClock()} of its context, and finds
 * in {@code System.nanoTime()} that no time passes. Read docs/lessons/watermarks.md.
 */
public final class SilentInput implements WatermarkJob {

  @Override
  public WatermarkStrategy<ClickEvent> strategy() {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
