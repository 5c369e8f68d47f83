package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.flink.lab.SourceJob;
import kata.harness.verdict.NotSolvedYet;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Put the watermark strategy where each partition has a clock of its own.
 *
 * <p>The source reads several partitions in one task, now from this and now from that. In each
 * partition the views are in the order of their {@code eventTime}, and some have the same time;
 * between partitions there is no order at all. Return the stream of events, with their event time,
 * so that no view is late as long as its own partition is in order, and no window waits longer than
 * it must: the watermark stands one millisecond before the newest view of the slowest partition.
 * Leave the parallelism of the environment and of the source at 1; what you put behind it may have
 * another. Read docs/lessons/watermarks.md.
 */
public final class PerPartition implements SourceJob {

  @Override
  public DataStream<ClickEvent> read(
      StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
