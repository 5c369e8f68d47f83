package kata.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.cluster.ClusterProcess;
import kata.pipeline.ClickLoad;
import kata.services.Bucket;
import kata.services.ObjectStore;
import kata.services.Services;
import kata.services.ServicesExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The packaged job, submitted to a cluster of separate processes as a user would. */
@ExtendWith(ServicesExtension.class)
class JobOnSparkTest {

  private static final String JAR =
      Path.of(
              System.getProperty("kata.root"),
              "solutions/spark-pipeline/target/spark-pipeline-job.jar")
          .toString();

  /** The lesson whose rows are compared; another pipeline, to see that the comparison can fail. */
  private static final String PIPELINE =
      System.getProperty("kata.cluster.pipeline", "spark/foreachbatch/CountsByBatch");

  private static final String LOST = "worker-1";
  private static final String LEFT = "worker-2";
  private static final int PARTITIONS = 4;
  private static final int CLICKS = 10_000;

  private static SparkCluster cluster;

  @BeforeAll
  static void start() throws InterruptedException {
    cluster = SparkCluster.of(List.of(LOST, LEFT));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void the_table_is_right_although_a_worker_and_the_driver_are_lost(
      Services services, ObjectStore store, Bucket bucket) {
    try (ClickLoad load = new ClickLoad(services, PARTITIONS)) {
      load.send(CLICKS);
      ClusterProcess driver = submitted("driver-1", load, store, bucket);
      awaitRows(load, driver);
      assertThat(List.of(LOST, LEFT))
          .allSatisfy(it -> assertThat(cluster.output(it)).contains("Asked to launch executor"));

      load.send(CLICKS);
      cluster.kill(LOST);
      awaitRows(load, driver);

      driver.kill();
      load.send(CLICKS);
      awaitRows(load, submitted("driver-2", load, store, bucket));
      assertThat(bucket.keys("checkpoints/counts/commits")).isNotEmpty();
    }
  }

  private static void awaitRows(ClickLoad load, ClusterProcess driver) {
    await()
        .atMost(ClusterProcess.PATIENCE)
        .untilAsserted(
            () -> {
              driver.requireAlive();
              assertThat(load.rows()).isEqualTo(load.expected());
            });
  }

  private static ClusterProcess submitted(
      String name, ClickLoad load, ObjectStore store, Bucket bucket) {
    Map<String, String> environment = new HashMap<>(load.environment());
    environment.put("BUCKET", "s3a://" + bucket.name());
    Map<String, String> settings =
        Map.of(
            "spark.executor.memory",
            "512m",
            "spark.sql.shuffle.partitions",
            "2",
            "spark.hadoop.fs.s3a.endpoint",
            store.endpoint().toString(),
            "spark.hadoop.fs.s3a.access.key",
            store.accessKey(),
            "spark.hadoop.fs.s3a.secret.key",
            store.secretKey(),
            "spark.hadoop.fs.s3a.path.style.access",
            "true");
    List<String> arguments = new ArrayList<>();
    settings.forEach(
        (setting, value) -> {
          arguments.add("--conf");
          arguments.add(setting + "=" + value);
        });
    arguments.add(JAR);
    arguments.add(PIPELINE);
    return cluster.submit(name, environment, arguments);
  }

  @Test
  void a_lesson_that_does_not_exist_is_answered_with_those_that_do() throws Exception {
    ClusterProcess run =
        cluster.submit("misspelt", Map.of(), List.of(JAR, "spark/foreachbatch/CountByBatch"));

    assertThat(run.awaitEnd()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "There is no pipeline \"spark/foreachbatch/CountByBatch\". There are:\n",
            "\n  spark/foreachbatch/CountsByBatch\n");
  }

  @Test
  void a_variable_that_is_missing_is_named() throws Exception {
    ClusterProcess run = cluster.submit("unconnected", Map.of(), List.of(JAR, PIPELINE));

    assertThat(run.awaitEnd()).isEqualTo(1);
    assertThat(run.output())
        .contains("The environment variable KAFKA_BOOTSTRAP_SERVERS is not set.");
  }
}
