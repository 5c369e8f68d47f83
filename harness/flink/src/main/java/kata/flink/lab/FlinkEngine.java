package kata.flink.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.TimedEvent;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.lab.StateUse;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.OutputTag;

/**
 * The Flink lab: plays scenarios on one MiniCluster for the whole JVM, with parallelism 1 unless
 * the answer sets another, and watermarks exactly where the scenario puts them.
 */
public final class FlinkEngine implements Engine {

  /** The greatest parallelism that an answer may set for its operators. */
  private static final int SLOTS = 8;

  private static final Duration ONLY_ON_REQUEST = Duration.ofDays(1000);
  private static final Executor SOON = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  private final SharedCluster cluster = new SharedCluster(SLOTS);

  @Override
  public String name() {
    return "flink";
  }

  @Override
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    if (scenario.feed().raw()) {
      return arrivals(answer, scenario);
    }
    return run(job(answer), scenario, jobSettings(), Failure.never());
  }

  @Override
  public Object report(Object answer, String name) {
    if (answer instanceof ReportsJob<?> reports) {
      return reports.only(name);
    }
    throw LearnerMistake.isNot(ReportsJob.class, answer);
  }

  @SuppressWarnings("unchecked")
  private Transcript arrivals(Object answer, Scenario<?> scenario) throws Exception {
    Supplier<MiniCluster> target = cluster.forOnePlay();
    try (Pace pace = new Pace()) {
      return new ArrivalPlay((Scenario<ClickEvent>) scenario, jobSettings(), pace)
          .run(answer, env -> execute(jobGraph(env), target.get()));
    }
  }

  @Override
  public StateUse stateUse(Object answer, Scenario<?> scenario) throws Exception {
    try (StateMeter meter = new StateMeter();
        Pace pace = new Pace()) {
      pace.atEnd(meter::storyIsOver);
      run(job(answer), scenario, meter.connect(jobSettings()), pace, Failure.never());
      return meter.read();
    }
  }

  @Override
  public Transcript playWithFailure(Object answer, Scenario<?> scenario) throws Exception {
    Configuration settings =
        jobSettings()
            .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
            .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
            .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO)
            .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, ONLY_ON_REQUEST)
            .set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, ONLY_ON_REQUEST)
            // Else Flink ends the job, and says nothing of what kept it from its checkpoint.
            .set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    try (Failure failure = Failure.inTheMiddleOf(scenario.steps().size())) {
      return run(job(answer), scenario, settings, failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static StreamJob<TimedEvent, ?> job(Object answer) {
    if (answer instanceof StreamJob<?, ?> job) {
      return (StreamJob<TimedEvent, ?>) job;
    }
    if (answer instanceof JoinJob<?> join) {
      return (StreamJob<TimedEvent, ?>) (StreamJob<?, ?>) new JoinJob.OfOneStream<>(join);
    }
    for (JobMaker maker : ServiceLoader.load(JobMaker.class)) {
      Optional<StreamJob<TimedEvent, ?>> job = maker.jobOf(answer);
      if (job.isPresent()) {
        return job.get();
      }
    }
    throw LearnerMistake.isNot(StreamJob.class, answer);
  }

  private <O> Transcript run(
      StreamJob<TimedEvent, O> job, Scenario<?> scenario, Configuration settings, Failure failure)
      throws Exception {
    try (Pace pace = new Pace()) {
      return run(job, scenario, settings, pace, failure);
    }
  }

  @SuppressWarnings("unchecked")
  private <O> Transcript run(
      StreamJob<TimedEvent, O> job,
      Scenario<?> scenario,
      Configuration settings,
      Pace pace,
      Failure failure)
      throws Exception {
    Supplier<MiniCluster> target = cluster.forOnePlay();
    StreamExecutionEnvironment env =
        new StreamExecutionEnvironment(settings, getClass().getClassLoader());
    try (Outputs outputs = new Outputs()) {
      DataStream<TimedEvent> events = source(env, (Scenario<TimedEvent>) scenario, pace, failure);
      DataStream<O> results = checked(job.build(events), env);
      // Starts it while the job is translated; what goes wrong is told when it is needed.
      CompletableFuture.runAsync(target::get);
      outputs.collect(Emission.MAIN, results, pace);
      if (job instanceof SideOutputJob<?, ?, ?> split) {
        collectSideOutput(outputs, results, split.sideOutput(), pace);
      }
      if (failure.comes()
          || pace.isAwaited()
          || job instanceof PacedJob<?, ?>
          || SeveralWays.in(env)) {
        pace.keep(env);
      }
      List<String> remarks = LooseEnds.find(env, events);
      JobGraph graph = jobGraph(env);
      if (failure.comes()) {
        failure.arm(() -> checkpoint(graph.getJobID(), target.get()), outputs);
      }
      execute(graph, target.get());
      return outputs.transcript(scenario, remarks);
    }
  }

  private static <O> DataStream<O> checked(DataStream<O> results, StreamExecutionEnvironment env) {
    if (results == null) {
      throw new LearnerMistake(
          "Your code returned null instead of a stream.",
          "Return the stream that your last call gives back.");
    }
    if (results.getExecutionEnvironment() != env) {
      throw new LearnerMistake(
          "Your code returned a stream that does not come from the events.",
          "Build on the stream that you are given; do not make an environment of your own.");
    }
    return results;
  }

  private static <S> void collectSideOutput(
      Outputs outputs, DataStream<?> results, OutputTag<S> tag, Pace pace) {
    if (!(results instanceof SingleOutputStreamOperator<?> operator)) {
      throw new LearnerMistake(
          "The stream that you return has no side outputs.",
          "Return the stream of the operator that sends to the side output itself.");
    }
    outputs.collect(tag.getId(), operator.getSideOutput(tag), pace);
  }

  private static <I extends TimedEvent> DataStream<I> source(
      StreamExecutionEnvironment env, Scenario<I> scenario, Pace pace, Failure failure) {
    @SuppressWarnings("unchecked")
    Class<I> type = (Class<I>) scenario.events().get(0).getClass();
    return env.fromSource(
        new ScriptedSource<>(scenario, pace, failure),
        WatermarkStrategy.noWatermarks(),
        "events",
        TypeInformation.of(type));
  }

  private static Configuration jobSettings() {
    return new Configuration()
        .set(CoreOptions.DEFAULT_PARALLELISM, 1)
        .set(RestartStrategyOptions.RESTART_STRATEGY, "none")
        // Without this, a strategy of the learner's would emit by the wall clock.
        .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
  }

  private static JobGraph jobGraph(StreamExecutionEnvironment env) {
    if (env.getConfiguration().get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.BATCH) {
      throw new LearnerMistake(
          "Your code asks for the runtime mode BATCH.",
          "A batch has no watermark before its end, and nothing in it is late: leave"
              + " setRuntimeMode(...) out.");
    }
    return env.getStreamGraph().getJobGraph();
  }

  private void execute(JobGraph job, MiniCluster target) throws Exception {
    target.submitJob(job).get();
    target.requestJobResult(job.getJobID()).get().toJobExecutionResult(getClass().getClassLoader());
  }

  /** Takes a checkpoint of a job, as soon as all of it is known to run. */
  private static CompletableFuture<Long> checkpoint(JobID job, MiniCluster target) {
    return target
        .triggerCheckpoint(job, CheckpointType.FULL)
        .exceptionallyCompose(
            problem ->
                isTooEarly(problem)
                    ? CompletableFuture.supplyAsync(() -> checkpoint(job, target), SOON)
                        .thenCompose(it -> it)
                    : CompletableFuture.failedFuture(problem));
  }

  private static boolean isTooEarly(Throwable problem) {
    return ExceptionUtils.findThrowable(problem, CheckpointException.class)
        .map(CheckpointException::getCheckpointFailureReason)
        .filter(CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING::equals)
        .isPresent();
  }

  @Override
  public void cancel() {
    cluster.abandon();
  }

  @Override
  public List<String> explain(Throwable thrown) {
    return FlinkExceptions.explain(thrown);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
