package kata.flink.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.transformations.TimestampsAndWatermarksTransformation;
import org.apache.flink.streaming.runtime.operators.TimestampsAndWatermarksOperatorFactory;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;

/**
 * The environment in which a learner builds a pipeline. Its sources are watched, its watermarks
 * come by the clock of the story, and it keeps the job instead of running it.
 */
final class PipelineEnvironment extends StreamExecutionEnvironment {

  /** So long that no checkpoint comes by itself. */
  private static final Duration NEVER = Duration.ofDays(10_000);

  private static final Duration RESTART_DELAY = Duration.ofMillis(10);
  private static final String EXPONENTIAL = "exponential-delay";

  /** How often a tick of the story's clock is looked for, in milliseconds. */
  private static final long TICK_INTERVAL = 5;

  private final long watch;
  private final List<TimestampsAndWatermarksTransformation<?>> strategies = new ArrayList<>();
  private final List<StreamGraph> started = new ArrayList<>();
  private int sources;

  /**
   * Makes an environment.
   *
   * @param watch the number of the {@link SourceWatch}
   */
  PipelineEnvironment(long watch) {
    super(
        new Configuration().set(CoreOptions.DEFAULT_PARALLELISM, 1),
        PipelineEnvironment.class.getClassLoader());
    this.watch = watch;
  }

  @Override
  public <T> DataStreamSource<T> fromSource(
      Source<T, ?, ?> source, WatermarkStrategy<T> strategy, String name, TypeInformation<T> type) {
    return super.fromSource(
        watched(source), new StoryStrategy<>(clean(strategy), watch), name, type);
  }

  @SuppressWarnings("unchecked")
  private <T> Source<T, ?, ?> watched(Source<T, ?, ?> source) {
    return source instanceof KafkaSource<?> kafka
        ? new WatchedSource<>((KafkaSource<T>) clean(kafka), watch, sources++)
        : source;
  }

  @Override
  public void addOperator(Transformation<?> transformation) {
    super.addOperator(transformation);
    if (transformation instanceof TimestampsAndWatermarksTransformation<?> strategy) {
      strategies.add(strategy);
    }
  }

  @Override
  public JobExecutionResult execute(StreamGraph job) {
    throw new LearnerMistake(
        "Your code runs the job itself.",
        "The lab runs it when build(...) has returned.",
        "Leave out execute().");
  }

  /** Keeps the job until it is asked for. */
  @Override
  public JobClient executeAsync(StreamGraph job) {
    started.add(job);
    return new LaterJob(job.getJobID());
  }

  /** Returns how many sources read from Kafka. */
  int sources() {
    return sources;
  }

  /**
   * Returns the job that was built.
   *
   * @throws LearnerMistake if it reads no topic, or if there are several jobs
   */
  StreamGraph job() {
    if (sources == 0) {
      throw new LearnerMistake(
          "Your pipeline reads no topic.",
          "Give a KafkaSource to fromSource of the environment that you are given.");
    }
    if (!getTransformations().isEmpty()) {
      started.add(getStreamGraph());
    }
    if (started.size() != 1) {
      throw new LearnerMistake(
          "Your code makes %d jobs instead of one.".formatted(started.size()),
          "In SQL, put all INSERT statements into one statement set.");
    }
    StreamGraph job = started.get(0);
    driveStrategies(job);
    job.getStreamNodes().forEach(PipelineEnvironment::spareJdbcSink);
    job.getExecutionConfig().setAutoWatermarkInterval(TICK_INTERVAL);
    restartAtOnce(job);
    return job;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void driveStrategies(StreamGraph job) {
    for (TimestampsAndWatermarksTransformation<?> strategy : strategies) {
      TimestampsAndWatermarksOperatorFactory<?> driven =
          new TimestampsAndWatermarksOperatorFactory<>(
              new StoryStrategy(strategy.getWatermarkStrategy(), watch), true);
      driven.setChainingStrategy(strategy.getChainingStrategy());
      job.getStreamNode(strategy.getId()).setOperatorFactory(driven);
    }
  }

  private static void spareJdbcSink(StreamNode node) {
    if (node.getOperatorFactory() instanceof SinkWriterOperatorFactory<?, ?> writer
        && writer.getSink() instanceof JdbcSink<?> sink) {
      SinkWriterOperatorFactory<?, ?> spared =
          new SinkWriterOperatorFactory<>(new SparedJdbcSink<>(sink));
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
