package kata.flink.lab;

import java.io.Serializable;
import kata.datasets.ClickEvent;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a learner writes where a lesson asks at which place of a job the watermark strategy stands.
 * The lab drives it and counts behind it as it does for a {@link WatermarkJob}.
 *
 * <p>It can be sent to the machine that runs it, and with it a generator that is written inside.
 */
@FunctionalInterface
public interface SourceJob extends Serializable {

  /**
   * Reads the events.
   *
   * @param env makes the stream; the lab executes it
   * @param source has several partitions, all read by one task; the timestamp of its records is
   *     when they arrived, by the machine's clock
   * @return the events, with their event time and with watermarks
   */
  DataStream<ClickEvent> read(StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source);
}
