package kata.flink.pipeline;

import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkAlignmentParams;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** A learner's watermark strategy, whose generators do not depend on the wall clock. */
final class StoryStrategy<T> implements WatermarkStrategy<T> {

  private static final long serialVersionUID = 1L;

  private final WatermarkStrategy<T> strategy;
  private final long watch;

  /**
   * Drives a strategy.
   *
   * @param watch the number of the {@link SourceWatch}, which has the clock
   */
  StoryStrategy(WatermarkStrategy<T> strategy, long watch) {
    this.strategy = strategy;
    this.watch = watch;
  }

  @Override
  public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
    return strategy.createTimestampAssigner(context);
  }

  @Override
  public WatermarkGenerator<T> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new StoryGenerator<>(strategy, context, SourceWatch.numbered(watch));
  }

  @Override
  public WatermarkAlignmentParams getAlignmentParameters() {
    return strategy.getAlignmentParameters();
  }
}
