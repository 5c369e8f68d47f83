package kata.flink.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import kata.pipeline.Connections;
import kata.pipeline.Sandbox;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Plays a story through a learner's pipeline, in topics and tables of its own. */
final class PipelinePlay {

  private static final String SCHEME = "s3";

  private final Scenario<Message> scenario;
  private final Supplier<MiniCluster> cluster;

  /**
   * Prepares a play.
   *
   * @param cluster is asked for only when a job was built
   */
  PipelinePlay(Scenario<Message> scenario, Supplier<MiniCluster> cluster) {
    this.scenario = scenario;
    this.cluster = cluster;
  }

  Transcript run(Pipeline pipeline) throws Exception {
    try (Sandbox sandbox = new Sandbox(scenario, SCHEME);
        SourceWatch watch = new SourceWatch(sandbox::sent)) {
      JobRewriter rewriter = new JobRewriter(watch.number());
      PipelineEnvironment env = new PipelineEnvironment(rewriter);
      pipeline.build(env, sandbox.connections());
      // Flink opens the file system of a sink when it makes the graph.
      sandbox.objectStore().ifPresent(S3Files::areIn);
      StreamGraph job = env.job();
      if (fails() && !rewriter.prefixes().isEmpty()) {
        demandSameNames(pipeline, sandbox.connections(), watch.number(), rewriter.prefixes());
      }
      sandbox.open();
      sandbox.send(scenario.steps().get(0));
      try (RunningJob running = new RunningJob(cluster.get(), job, watch, rewriter.sources())) {
        Transcript transcript = tell(pipeline, sandbox, watch, running);
        if (transcript.emissions().isEmpty()) {
          demandWorkForAll(rewriter.tasks());
        }
        return transcript;
      }
    }
  }

  private boolean fails() {
    return scenario.steps().stream().anyMatch(step -> step.then() == Happening.CRASH);
  }

  /**
   * Builds the pipeline once more, as the program does when it is started after a failure. Only by
   * their names does a sink find the transactions that it has left open.
   * https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/connectors/datastream/kafka/#fault-tolerance
   *
   * @throws LearnerMistake if the names of transactions do not begin as they did
   */
  private static void demandSameNames(
      Pipeline pipeline, Connections at, long watch, Set<String> prefixes) throws Exception {
    JobRewriter second = new JobRewriter(watch);
    PipelineEnvironment env = new PipelineEnvironment(second);
    pipeline.build(env, at);
    env.job();
    if (!second.prefixes().equals(prefixes)) {
      throw new LearnerMistake(
          "The transactions of your sink have other names each time your program starts.",
          "After a failure nobody finds those that were left open, and readers wait behind them.",
          "Give a prefix that stays the same.");
    }
  }

  /**
   * A task of a source that has no partition sends no watermark, and nobody behind it learns what
   * time it is.
   * https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/connectors/datastream/kafka/#idleness
   *
   * @throws LearnerMistake if there are more tasks than any topic has partitions
   */
  private void demandWorkForAll(int tasks) {
    int partitions = Collections.max(scenario.setting().topics().values());
    if (tasks > partitions) {
      throw new LearnerMistake(
          "Nothing came out: %d tasks read from topics whose number of partitions is %d."
              .formatted(tasks, partitions),
          "A task without a partition has no watermark, and holds back that of all.",
          "Leave out setParallelism, or say withIdleness.");
    }
  }

  private Transcript tell(Pipeline pipeline, Sandbox sandbox, SourceWatch watch, RunningJob job)
      throws Exception {
    List<Emission> seen = new ArrayList<>();
    for (Scenario.Step<Message> step : scenario.steps()) {
      watch.showTime(step.moment());
      if (step != scenario.steps().get(0)) {
        sandbox.send(step);
      }
      job.readAll();
      switch (step.then()) {
        case NOTHING -> job.settle();
        case CRASH -> job.crash();
        case LAST_CRASH -> seen.add(lastCrash(job, step));
        case CRASH_IN_CHECKPOINT -> job.crashInCheckpoint();
        case RECORDS_EXPIRE -> {
          job.settle();
          sandbox.expireRecords();
        }
        case DATABASE_CUT -> {
          job.settle();
          sandbox.cutDatabase();
        }
        case CHECKPOINT -> {
          job.checkpoint();
          String at = StoryTime.format(step.moment());
          seen.addAll(sandbox.look(at));
          if (pipeline instanceof QueriedPipeline queried) {
            queried
                .queries(step.moment())
                .forEach((question, sql) -> seen.addAll(sandbox.ask(at, question, sql)));
          }
        }
      }
    }
    return new Transcript(seen);
  }

  private static Emission lastCrash(RunningJob job, Scenario.Step<Message> step) throws Exception {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("after", "last crash");
    cells.put("state", job.givesUp() ? "has given up" : "started again");
    return new Emission(StoryTime.format(step.moment()), "job", new Row(cells));
  }
}
