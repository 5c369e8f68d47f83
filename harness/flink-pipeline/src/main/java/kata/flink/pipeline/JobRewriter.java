package kata.flink.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SourceOperatorFactory;
import org.apache.flink.streaming.api.transformations.SourceTransformation;
import org.apache.flink.streaming.api.transformations.TimestampsAndWatermarksTransformation;
import org.apache.flink.streaming.runtime.operators.TimestampsAndWatermarksOperatorFactory;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;

/**
 * Puts the lab into a learner's job: its sources are watched, its watermarks come by the clock of
 * the story, its checkpoints when the lab wants them, and it does not wait before it starts again.
 */
final class JobRewriter {

  /** So long that no checkpoint comes by itself. */
  private static final Duration NEVER = Duration.ofDays(10_000);

  private static final Duration RESTART_DELAY = Duration.ofMillis(10);
  private static final String EXPONENTIAL = "exponential-delay";

  /** How often a tick of the story's clock is looked for, in milliseconds. */
  private static final long TICK_INTERVAL = 1;

  private final long watch;
  private final Set<String> prefixes = new TreeSet<>();
  private int sources;
  private int tasks;

  /**
   * Prepares to rewrite jobs.
   *
   * @param watch the number of the {@link SourceWatch}
   */
  JobRewriter(long watch) {
    this.watch = watch;
  }

  /** Returns how many sources of the jobs read from Kafka. */
  int sources() {
    return sources;
  }

  /** Returns how many tasks read from Kafka, for the source that has the most. */
  int tasks() {
    return tasks;
  }

  /** Returns what the names of the transactions of all sinks begin with. */
  Set<String> prefixes() {
    return prefixes;
  }

  /**
   * Rewrites a job.
   *
   * @param transformations all that it was made of
   * @throws LearnerMistake if the transactions of a sink and the checkpoints do not fit together
   */
  void rewrite(StreamGraph job, Collection<Transformation<?>> transformations) {
    for (Transformation<?> transformation : transformations) {
      if (transformation instanceof SourceTransformation<?, ?, ?> source) {
        watch(job, source);
      }
      if (transformation instanceof TimestampsAndWatermarksTransformation<?> strategy) {
        drive(job, strategy);
      }
    }
    job.getStreamNodes().forEach(node -> rewriteSink(node, job.getCheckpointConfig()));
    job.getExecutionConfig().setAutoWatermarkInterval(TICK_INTERVAL);
    restartAtOnce(job);
  }

  private <T> void watch(StreamGraph job, SourceTransformation<T, ?, ?> source) {
    SourceOperatorFactory<T> watched =
        new SourceOperatorFactory<>(
            watched(source.getSource()), new StoryStrategy<>(source.getWatermarkStrategy(), watch));
    watched.setChainingStrategy(source.getChainingStrategy());
    watched.setCoordinatorListeningID(source.getCoordinatorListeningID());
    StreamNode node = job.getStreamNode(source.getId());
    node.setOperatorFactory(watched);
    tasks = Math.max(tasks, node.getParallelism());
  }

  @SuppressWarnings("unchecked")
  private <T> Source<T, ?, ?> watched(Source<T, ?, ?> source) {
    if (source instanceof KafkaSource<?> kafka) {
      ShortWaits.in(kafka);
      return new WatchedSource<>((KafkaSource<T>) kafka, watch, sources++);
    }
    return source;
  }

  private <T> void drive(StreamGraph job, TimestampsAndWatermarksTransformation<T> strategy) {
    TimestampsAndWatermarksOperatorFactory<T> driven =
        new TimestampsAndWatermarksOperatorFactory<>(
            new StoryStrategy<>(strategy.getWatermarkStrategy(), watch), true);
    driven.setChainingStrategy(strategy.getChainingStrategy());
    job.getStreamNode(strategy.getId()).setOperatorFactory(driven);
  }

  private void rewriteSink(StreamNode node, CheckpointConfig checkpoints) {
    if (!(node.getOperatorFactory() instanceof SinkWriterOperatorFactory<?, ?> writer)) {
      return;
    }
    if (writer.getSink() instanceof KafkaSink<?> kafka) {
      ExactlyOnceSink.of(kafka)
          .ifPresent(
              sink -> {
                sink.demandToFit(checkpoints);
                prefixes.add(sink.prefix());
              });
      ShortWaits.in(kafka);
    }
    if (writer.getSink() instanceof JdbcSink<?> jdbc) {
      SinkWriterOperatorFactory<?, ?> spared =
          new SinkWriterOperatorFactory<>(new SparedJdbcSink<>(jdbc));
      spared.setChainingStrategy(writer.getChainingStrategy());
      node.setOperatorFactory(spared);
    }
  }

  private static void restartAtOnce(StreamGraph job) {
    CheckpointConfig checkpoints = job.getCheckpointConfig();
    Configuration settings = job.getJobConfiguration();
    if (checkpoints.isCheckpointingEnabled()) {
      checkpoints.setCheckpointInterval(NEVER.toMillis());
      if (!settings.contains(RestartStrategyOptions.RESTART_STRATEGY)) {
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, EXPONENTIAL);
      }
    }
    settings
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
            RESTART_DELAY)
        .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, RESTART_DELAY)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, RESTART_DELAY);
  }
}
