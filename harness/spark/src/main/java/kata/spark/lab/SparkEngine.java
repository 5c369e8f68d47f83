package kata.spark.lab;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * The Spark lab: plays scenarios on one local Spark for the whole JVM. Each step of a scenario is a
 * micro-batch; the watermark stands exactly where the scenario puts it.
 */
public final class SparkEngine implements Engine {

  private SparkSession spark;

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    if (!(answer instanceof StreamQuery query)) {
      throw new LearnerMistake(
          answer.getClass().getSimpleName() + " is not a StreamQuery.",
          "Let the class implement StreamQuery again, as the starter did.");
    }
    SparkSession session = ownSession();
    try {
      return play(query, scenario, session);
    } catch (AnalysisException e) {
      throw query instanceof SqlQuery ? refused(e) : e;
    } finally {
      for (StreamingQuery leftOver : session.streams().active()) {
        leftOver.stop();
      }
    }
  }

  /** The message names the place in the text of the query; all that follows it is Spark's plan. */
  private static LearnerMistake refused(AnalysisException e) {
    String reason = e.getMessage().strip().lines().findFirst().orElse("").replaceFirst(";$", ".");
    return new LearnerMistake(
        "Spark refuses your SQL: " + reason, SparkExceptions.explain(e).toArray(String[]::new));
  }

  private static Transcript play(StreamQuery query, Scenario<?> scenario, SparkSession session)
      throws Exception {
    EventStream stream = new EventStream(session, scenario);
    Dataset<Row> results = query.build(stream.events());
    OutputMode mode = query.outputMode();
    ResultCheck.demandPlayable(stream.events(), results, mode);
    List<Emission> emissions = new ArrayList<>();
    try (RunningQuery running =
        new RunningQuery(results, mode, scenario.steps().get(0).watermark())) {
      for (Scenario.Step<?> step : scenario.steps()) {
        String at = StoryTime.format(step.watermark());
        for (Row row : running.step(step.watermark(), () -> stream.add(step))) {
          emissions.add(new Emission(at, RowReader.read(row)));
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
