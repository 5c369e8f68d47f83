package kata.flink.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The environment in which a learner builds a pipeline. It keeps the job instead of running it. */
final class PipelineEnvironment extends StreamExecutionEnvironment {

  private final JobRewriter rewriter;
  private final List<StreamGraph> started = new ArrayList<>();

  /**
   * Makes an environment.
   *
   * @param rewriter puts the lab into the jobs
   */
  PipelineEnvironment(JobRewriter rewriter) {
    super(
        new Configuration().set(CoreOptions.DEFAULT_PARALLELISM, 1),
        PipelineEnvironment.class.getClassLoader());
    this.rewriter = rewriter;
  }

  /** Generates the job that the lab will run. Flink SQL comes by here as well. */
  @Override
  public StreamGraph generateStreamGraph(List<Transformation<?>> ends) {
    StreamGraph job = super.generateStreamGraph(ends);
    Set<Transformation<?>> all = new HashSet<>();
    ends.forEach(end -> gather(end, all));
    rewriter.rewrite(job, all);
    return job;
  }

  /** What is connected to a broadcast stream names its inputs, and no predecessors behind them. */
  private static void gather(Transformation<?> end, Set<Transformation<?>> all) {
    if (all.add(end)) {
      end.getInputs().forEach(input -> gather(input, all));
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

  /**
   * Returns the job that was built.
   *
   * @throws LearnerMistake if it reads no topic, or if there are several jobs
   */
  StreamGraph job() {
    if (!getTransformations().isEmpty()) {
      started.add(generateStreamGraph(getTransformations()));
    }
    if (started.size() > 1) {
      throw new LearnerMistake(
          "Your code makes %d jobs instead of one.".formatted(started.size()),
          "In SQL, put all INSERT statements into one statement set.");
    }
    if (rewriter.sources() == 0) {
      throw new LearnerMistake(
          "Your pipeline reads no topic.",
          "Give a KafkaSource to fromSource of the environment that you are given.");
    }
    return started.get(0);
  }
}
