package kata.flink.watermarks;

import java.time.Duration;
import kata.datasets.ClickEvent;
import kata.flink.lab.SourceJob;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Right answers, written differently. */
public final class PerPartitionAlternatives {

  private PerPartitionAlternatives() {}

  /** Waits for nothing, and names the type of the events. */
  public static final class BoundOfZero implements SourceJob {

    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(
              source,
              WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ZERO)
                  .withTimestampAssigner(Strategies.EVENT_TIME),
              "clicks",
              TypeInformation.of(ClickEvent.class))
          .name("clicks in order");
    }
  }

  /** Moves with each event, in the source, and has an operator behind it. */
  public static final class WithEachEvent implements SourceJob {

    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      WatermarkStrategy<ClickEvent> atOnce =
          Strategies.byHand(
              context ->
                  new Strategies.Punctuated() {
                    @Override
                    public void onEvent(ClickEvent event, long timestamp, WatermarkOutput output) {
                      output.emitWatermark(new Watermark(timestamp - 1));
                    }
                  });
      return env.fromSource(source, atOnce, "clicks").filter(event -> event.page() != null);
    }
  }

  /** Leaves out a partition after an hour of silence, which none of them keeps. */
  public static final class WithIdleness implements SourceJob {

    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      return env.fromSource(
          source,
          WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
              .withIdleness(Duration.ofHours(1))
              .withTimestampAssigner(Strategies.EVENT_TIME),
          "clicks");
    }
  }

  /** Lets two threads work behind the source; each passes the watermarks of the source on. */
  public static final class ParallelStep implements SourceJob {

    @Override
    public DataStream<ClickEvent> read(
        StreamExecutionEnvironment env, Source<ClickEvent, ?, ?> source) {
      WatermarkStrategy<ClickEvent> inOrder =
          WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
              .withTimestampAssigner(Strategies.EVENT_TIME);
      return env.fromSource(source, inOrder, "clicks")
          .rebalance()
          .map(event -> event)
          .setParallelism(2);
    }
  }
}
