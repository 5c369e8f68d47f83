package kata.flink.pipeline;

import kata.pipeline.Connections;
import kata.pipeline.NamedPipeline;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs one pipeline on the cluster that {@code flink run} submits it to, with the Kafka, PostgreSQL
 * and S3 that {@linkplain Connections#fromEnvironment() environment variables} describe.
 *
 * <p>Parallelism, checkpoints and state backend are settings of {@code flink run}: {@code -p} and
 * {@code -D}.
 */
public final class RunPipeline {

  private static final String MODULE = "flink-pipeline";

  private RunPipeline() {}

  /**
   * Builds a pipeline and executes it.
   *
   * @param arguments a lesson, {@code flink/topostgres/PageViewTable}, or the name of a class
   * @throws Exception if there is no such pipeline, a variable that it needs is missing, or the
   *     cluster refuses the job; the message says what to do
   */
  public static void main(String[] arguments) throws Exception {
    KafkaLetters.spell();
    NamedPipeline<Pipeline> named = NamedPipeline.of(Pipeline.class, MODULE, arguments);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    named.pipeline().build(env, Connections.fromEnvironment());
    // A statement in SQL has started its job itself.
    if (!env.getTransformations().isEmpty()) {
      env.execute(named.name());
    }
  }
}
