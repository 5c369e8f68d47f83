package kata.flink.lab;

import java.io.Serializable;
import kata.datasets.ClickEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * What a learner writes in lessons on watermarks: the strategy of a source.
 *
 * <p>The lab gives it to a source of its own, which has a generator for each partition, and asks
 * the generators for their periodic watermark after each step of the story. Behind the source it
 * counts the views of each page in windows of five minutes. The clock by which a generator tells
 * whether its input is active is that of the story.
 *
 * <p>Besides the counts there are two outputs: {@value #WATERMARKS} has the watermark after each
 * step, {@value #LATE} the events whose window was past when they came.
 *
 * <p>It can be sent to the machine that runs it, and with it a generator that is written inside.
 */
@FunctionalInterface
public interface WatermarkJob extends Serializable {

  /** The output that has a row for each step of the story: what came, and the watermark then. */
  String WATERMARKS = "watermark";

  /** The output of the events that came too late. */
  String LATE = "late";

  /**
   * Returns the strategy.
   *
   * @return assigns to each event its event time in milliseconds since 1970, and makes the
   *     generators; the timestamp that an event has before is when it arrived, by the machine's
   *     clock
   */
  WatermarkStrategy<ClickEvent> strategy();
}
