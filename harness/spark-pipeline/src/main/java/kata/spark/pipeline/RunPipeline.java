package kata.spark.pipeline;

import java.util.Optional;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.pipeline.Connections;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * Runs a pipeline as a program, for {@code spark-submit}: {@code RunPipeline <class, or id of a
 * lesson>}. The topics, the tables and the bucket, where the checkpoint lies too, are those of
 * {@link Connections#fromEnvironment()}; how to reach the store of the bucket is said to Spark,
 * with {@code --conf spark.hadoop.fs.s3a.endpoint=...} and the like.
 */
public final class RunPipeline {

  private RunPipeline() {}

  /**
   * Runs until the query ends.
   *
   * @throws StreamingQueryException if the query fails
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "Name one class that implements Pipeline, or one lesson: RunPipeline"
              + " spark/tominio/ClickFolders");
    }
    Pipeline pipeline = pipeline(className(arguments[0]));
    SparkSession spark = SparkSession.builder().appName(arguments[0]).getOrCreate();
    pipeline.start(spark, Connections.fromEnvironment()).awaitTermination();
  }

  private static String className(String name) {
    Optional<Lesson> lesson =
        Catalogue.load().lessons().stream().filter(it -> it.id().equals(name)).findFirst();
    return lesson.map(Lesson::className).orElse(name);
  }

  /**
   * Makes a pipeline.
   *
   * @throws IllegalArgumentException if there is no such class, or if it is no pipeline
   */
  static Pipeline pipeline(String className) {
    try {
      Class<?> type =
          Class.forName(className, true, Thread.currentThread().getContextClassLoader());
      return type.asSubclass(Pipeline.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "%s is not a class that implements %s and can be made without arguments. Is its jar among"
                  .formatted(className, Pipeline.class.getName())
              + " those of spark-submit?",
          e);
    }
  }
}
