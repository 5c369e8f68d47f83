package kata.spark.lab;

import java.util.List;
import kata.datasets.Scenario;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.lab.StateUse;
import kata.harness.transcript.Transcript;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
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
  public Object report(Object answer, String name) {
    if (answer instanceof ReportsQuery reports) {
      return (StreamQuery) events -> reports.report(name, events);
    }
    throw LearnerMistake.isNot(ReportsQuery.class, answer);
  }

  @Override
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    try {
      return inOwnSession(
          session ->
              scenario.feed().raw()
                  ? new ArrivalPlay(scenario, session).run(answer)
                  : new WatermarkPlay(answer, scenario, session).run());
    } catch (AnalysisException e) {
      throw answer instanceof SqlQuery ? refused(e) : e;
    }
  }

  @Override
  public StateUse stateUse(Object answer, Scenario<?> scenario) throws Exception {
    return inOwnSession(
        session -> {
          WatermarkPlay play = new WatermarkPlay(answer, scenario, session);
          play.run();
          return play.stateUse();
        });
  }

  @Override
  public Transcript playWithFailure(Object answer, Scenario<?> scenario) throws Exception {
    return inOwnSession(session -> new WatermarkPlay(answer, scenario, session).runWithFailure());
  }

  private interface InSession<T> {
    T call(SparkSession session) throws Exception;
  }

  private <T> T inOwnSession(InSession<T> play) throws Exception {
    SparkSession session = ownSession();
    try {
      return play.call(session);
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

  /** Returns a session in which no other play has left views, functions or settings. */
  private synchronized SparkSession ownSession() {
    if (spark == null || spark.sparkContext().isStopped()) {
      spark = LocalSpark.start();
    }
    SparkSession own = LocalSpark.newSession(spark);
    // Each stateful operator of each micro-batch sends Hadoop's thousand settings to its tasks, and
    // Hadoop loads them again now and then. Here they name nothing that is used.
    own.sparkContext().hadoopConfiguration().clear();
    return own;
  }

  @Override
  public void cancel() {
    LocalSpark.stop(forget());
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
    LocalSpark.stop(forget());
  }
}
