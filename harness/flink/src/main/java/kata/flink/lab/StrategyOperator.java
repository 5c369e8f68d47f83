package kata.flink.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.Feed;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkOutputMultiplexer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Drives a watermark strategy as Flink's sources do, but by the clock of a story: one generator for
 * each partition, joined by Flink's own multiplexer, and the periodic call exactly after each step.
 * Flink calls it every 200 ms of wall clock instead, which no test can rely on.
 *
 * <p>It follows a {@link ScriptedSource} of a raw feed, whose watermarks are the ticks of that
 * clock and go no further than this. Only the last one, at the end of the input, is passed on.
 *
 * @see <a
 *     href="https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/dev/datastream/event-time/generating_watermarks/">Generating
 *     Watermarks</a>
 */
final class StrategyOperator extends AbstractStreamOperator<ClickEvent>
    implements OneInputStreamOperator<ClickEvent, ClickEvent> {

  private static final long serialVersionUID = 1L;

  /** The watermark after each step, in milliseconds since 1970. */
  static final OutputTag<Long> AFTER_STEP = new OutputTag<>("watermark after step") {};

  private final ArrayList<WatermarkStrategy<ClickEvent>> strategies;
  private final Feed feed;
  private final Instant start;
  private final Pace pace;

  private transient List<TimestampAssigner<ClickEvent>> assigners;
  private transient List<WatermarkGenerator<ClickEvent>> generators;
  private transient List<WatermarkOutput> atOnce;
  private transient List<WatermarkOutput> periodic;
  private transient WatermarkOutputMultiplexer multiplexer;
  private transient ManualClock clock;
  private transient long watermark;

  /**
   * Drives a strategy.
   *
   * @param strategies the timestamps of each replace those of the one before it, and the watermarks
   *     are those of the last
   * @param feed says which partitions can be told apart
   * @param start what the clock shows when the generators are made
   * @param pace is told which watermark follows each tick
   */
  StrategyOperator(
      List<WatermarkStrategy<ClickEvent>> strategies, Feed feed, Instant start, Pace pace) {
    this.strategies = new ArrayList<>(strategies);
    this.feed = feed;
    this.start = start;
    this.pace = pace;
  }

  @Override
  public void open() throws Exception {
    super.open();
    watermark = Long.MIN_VALUE;
    clock = new ManualClock();
    showTime(start.toEpochMilli());
    multiplexer = new WatermarkOutputMultiplexer(new Downstream());
    assigners = new ArrayList<>();
    for (WatermarkStrategy<ClickEvent> strategy : strategies) {
      assigners.add(made(strategy.createTimestampAssigner(this::getMetricGroup), "assigner"));
    }
    generators = new ArrayList<>();
    atOnce = new ArrayList<>();
    periodic = new ArrayList<>();
    for (int i = 0; i < feed.partitions(); i++) {
      String partition = String.valueOf(i);
      multiplexer.registerNewOutput(partition);
      atOnce.add(multiplexer.getImmediateOutput(partition));
      periodic.add(multiplexer.getDeferredOutput(partition));
      generators.add(
          made(
              strategies.get(strategies.size() - 1).createWatermarkGenerator(new Supplied()),
              "generator"));
    }
  }

  private static <T> T made(T part, String name) {
    if (part == null) {
      throw new LearnerMistake(
          "Your strategy makes null instead of a %s.".formatted(name),
          "A strategy needs a timestamp assigner and a watermark generator.");
    }
    return part;
  }

  @Override
  public void processElement(StreamRecord<ClickEvent> record) {
    ClickEvent event = record.getValue();
    // The source stamps its records with the time of the clock at which they arrive.
    showTime(record.getTimestamp());
    long timestamp = record.getTimestamp();
    for (TimestampAssigner<ClickEvent> assigner : assigners) {
      timestamp = assigner.extractTimestamp(event, timestamp);
    }
    int partition = feed.partitions() == 1 ? 0 : feed.partitionOf(event);
    // As in Flink's sources, an event goes before the watermark that it brings.
    output.collect(new StreamRecord<>(event, timestamp));
    generators.get(partition).onEvent(event, timestamp, atOnce.get(partition));
  }

  /** The clock of the story ticks, or the input ends. */
  @Override
  public void processWatermark(org.apache.flink.streaming.api.watermark.Watermark tick) {
    if (tick.getTimestamp() == Long.MAX_VALUE) {
      new Downstream().emitWatermark(Watermark.MAX_WATERMARK);
      return;
    }
    showTime(tick.getTimestamp());
    for (int i = 0; i < generators.size(); i++) {
      generators.get(i).onPeriodicEmit(periodic.get(i));
    }
    multiplexer.onPeriodicEmit();
    output.collect(AFTER_STEP, new StreamRecord<>(watermark));
    Pace.turned(pace, tick.getTimestamp(), watermark);
  }

  private void showTime(long millis) {
    clock.advanceTime(Duration.ofMillis(millis - clock.relativeTimeMillis()));
  }

  /** What a strategy is given to make a generator. */
  private final class Supplied implements WatermarkGeneratorSupplier.Context {

    @Override
    public MetricGroup getMetricGroup() {
      return StrategyOperator.this.getMetricGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return clock;
    }
  }

  /** Passes watermarks on, but none that would go back. */
  private final class Downstream implements WatermarkOutput {

    @Override
    public void emitWatermark(Watermark next) {
      if (next.getTimestamp() > watermark) {
        watermark = next.getTimestamp();
        output.emitWatermark(new org.apache.flink.streaming.api.watermark.Watermark(watermark));
      }
    }

    /** Where there is one input, it changes nothing behind it that the input is idle. */
    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
