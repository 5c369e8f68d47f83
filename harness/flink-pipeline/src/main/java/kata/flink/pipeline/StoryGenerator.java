package kata.flink.pipeline;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Lets a learner's generator emit after each record, and at each tick of the story's clock. Flink's
 * own periodic calls, which come by the wall clock, only carry those ticks.
 */
final class StoryGenerator<T> implements WatermarkGenerator<T> {

  /**
   * How often Flink calls a generator while one moment of the story lasts: it does so again and
   * again.
   */
  private static final int CALLS_IN_A_TICK = 3;

  private final WatermarkGenerator<T> generator;
  private final SourceWatch watch;
  private int seen;

  StoryGenerator(
      WatermarkStrategy<T> strategy,
      WatermarkGeneratorSupplier.Context context,
      SourceWatch watch) {
    this.watch = watch;
    this.seen = watch.ticks();
    this.generator = strategy.createWatermarkGenerator(new Supplied(context));
  }

  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {
    generator.onEvent(event, timestamp, output);
    generator.onPeriodicEmit(output);
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    int ticks = watch.ticks();
    if (seen == ticks) {
      // Flink has merged and sent what came out of the call before this one.
      watch.hasTicked(this);
      return;
    }
    seen = ticks;
    for (int i = 0; i < CALLS_IN_A_TICK; i++) {
      generator.onPeriodicEmit(output);
    }
  }

  /** What a strategy is given to make its generator. */
  private final class Supplied implements WatermarkGeneratorSupplier.Context {

    private final WatermarkGeneratorSupplier.Context context;

    Supplied(WatermarkGeneratorSupplier.Context context) {
      this.context = context;
    }

    @Override
    public MetricGroup getMetricGroup() {
      return context.getMetricGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return watch.clockFor(StoryGenerator.this);
    }
  }
}
