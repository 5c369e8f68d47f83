package kata.spark.pipeline;

import kata.pipeline.Connections;
import kata.pipeline.NamedPipeline;
import org.apache.spark.sql.SparkSession;

/**
 * Runs one pipeline on the cluster that {@code spark-submit} asks for machines, with the Kafka,
 * PostgreSQL and S3 that {@linkplain Connections#fromEnvironment() environment variables} describe.
 *
 * <p>The checkpoint lies in the bucket. How to reach the store is said with {@code --conf
 * spark.hadoop.fs.s3a.endpoint=...} and the like, and so is all else that Spark can be told.
 */
public final class RunPipeline {

  private static final String MODULE = "spark-pipeline";

  private RunPipeline() {}

  /**
   * Starts a pipeline, and waits until its query ends: if it takes what is there and no more, when
   * it has done so.
   *
   * @param arguments a lesson, {@code spark/foreachbatch/CountsByBatch}, or the name of a class
   * @throws Exception if there is no such pipeline, a variable that it needs is missing, or its
   *     query fails; the message says what to do
   */
  public static void main(String[] arguments) throws Exception {
    NamedPipeline<Pipeline> named = NamedPipeline.of(Pipeline.class, MODULE, arguments);
    SparkSession spark =
        SparkSession.builder()
            .appName(named.name())
            // The hours and days of the lessons; not those of whoever submits.
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    named.pipeline().start(spark, Connections.fromEnvironment()).awaitTermination();
  }
}
