package kata.spark.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Arrived;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * The Spark lab: plays scenarios on one local Spark for the whole JVM. Each step of a scenario is a
 * micro-batch; the watermark stands exactly where the scenario puts it, unless its feed is raw.
 */
public final class SparkEngine implements Engine {

  private SparkSession spark;

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    SparkSession session = ownSession();
    try {
      return scenario.feed().raw()
          ? new ArrivalPlay(scenario, session).run(answer)
          : play(query(answer), scenario, session);
    } finally {
      for (StreamingQuery leftOver : session.streams().active()) {
        leftOver.stop();
      }
    }
  }

  private static StreamQuery query(Object answer) {
    if (answer instanceof StreamQuery query) {
      return query;
    }
    throw new LearnerMistake(
        answer.getClass().getSimpleName() + " is not a StreamQuery.",
        "Let the class implement StreamQuery again, as the starter did.");
  }

  private static Transcript play(StreamQuery query, Scenario<?> scenario, SparkSession session)
      throws Exception {
    EventStream stream = new EventStream(session, scenario);
    Dataset<Row> results = query.build(stream.events());
    OutputMode mode = query.outputMode();
    ResultCheck.demandPlayable(List.of(stream.events()), results, mode);
    List<Emission> emissions = new ArrayList<>();
    Instant start = scenario.steps().get(0).watermark();
    try (RunningQuery running = new RunningQuery(results, mode, RunningQuery.AT_ONCE, start)) {
      for (Scenario.Step<?> step : scenario.steps()) {
        String at = StoryTime.format(step.watermark());
        for (RunningQuery.Outcome outcome :
            running.step(step.watermark(), () -> stream.add(step))) {
          outcome.rows().forEach(row -> emissions.add(new Emission(at, RowReader.read(row))));
          if (query instanceof MonitoredQuery monitored) {
            long dropped = outcome.batches().stream().mapToLong(monitored::dropped).sum();
            emissions.add(Progress.dropped(at, Arrived.in(scenario, step), dropped));
          }
        }
      }
    }
    return new Transcript(emissions);
  }

  /** Returns a session in which no other play has left views, functions or settings. */
  private synchronized SparkSession ownSession() {
    if (spark == null || spark.sparkContext().isStopped()) {
      spark = LocalSpark.start();
    }
    SparkSession own = spark.newSession();
    // Each stateful operator of each micro-batch sends Hadoop's thousand settings to its tasks, and
    // Hadoop loads them again now and then. Here they name nothing that is used.
    own.sparkContext().hadoopConfiguration().clear();
    SparkSession.setActiveSession(own);
    return own;
  }

  @Override
  public void cancel() {
    stop(forget());
  }

  private static void stop(SparkSession session) {
    if (session != null) {
      session.stop();
    }
  }

  /** Leaves Spark to itself whose only thread may be taken for ever. */
  private synchronized SparkSession forget() {
    SparkSession forgotten = spark;
    spark = null;
    return forgotten;
  }

  @Override
  public List<String> explain(Throwable thrown) {
    return SparkExceptions.explain(thrown);
  }

  @Override
  public void close() {
    stop(forget());
  }
}
