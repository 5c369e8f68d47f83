package kata.flink.watermarks;

import kata.datasets.ClickEvent;
import kata.flink.lab.SourceJob;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Gives the strategy to the source, which alone can tell partitions apart. */
public final class PerPartition implements SourceJob {

  @Override
  public DataStream<ClickEvent> read(
      StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
    WatermarkStrategy<ClickEvent> inOrder =
        WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
            .withTimestampAssigner((event, arrival) -> event.eventTime().toEpochMilli());
    return env.fromSource(source, inOrder, "clicks");
  }
}
