package kata.spark.pipeline;

import java.util.List;
import java.util.Map;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.harness.lab.Engine;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;
import kata.pipeline.Sandbox;
import kata.spark.lab.LocalSpark;
import kata.spark.lab.SparkEngine;
import kata.spark.lab.SparkExceptions;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark lab for pipelines: plays stories on one local Spark for the whole JVM, with topics,
 * tables and a bucket of each play's own.
 */
public final class PipelineEngine implements Engine {

  private static final String SCHEME = "s3a";

  private SparkSession spark;

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public boolean replaces(Engine other) {
    return other instanceof SparkEngine;
  }

  @Override
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    if (!(answer instanceof Pipeline pipeline)) {
      throw LearnerMistake.isNot(Pipeline.class, answer);
    }
    @SuppressWarnings("unchecked")
    Scenario<Message> story = (Scenario<Message>) scenario;
    try (Sandbox sandbox = new Sandbox(story, SCHEME);
        PipelinePlay play = new PipelinePlay(pipeline, story, sandbox, ownSession())) {
      return play.run();
    }
  }

  /** Returns a session in which no other play has left views, functions or settings. */
  private synchronized SparkSession ownSession() {
    if (spark == null || spark.sparkContext().isStopped()) {
      spark =
          LocalSpark.start(
              Map.of(
                  "spark.sql.streaming.checkpointFileManagerClass", LabCheckpoints.class.getName(),
                  "spark.sql.extensions", ShortPolls.class.getName()));
    }
    SparkSession session = LocalSpark.newSession(spark);
    PromptQueries.startIn(session);
    return session;
  }

  @Override
  public void cancel() {
    close();
  }

  @Override
  public List<String> explain(Throwable thrown) {
    return SparkExceptions.explain(thrown);
  }

  @Override
  public void close() {
    LocalSpark.stop(forget());
  }

  private synchronized SparkSession forget() {
    SparkSession forgotten = spark;
    spark = null;
    return forgotten;
  }
}
