package kata.flink.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
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
class JobOnClusterTest {

  private static final String JAR =
      Path.of(
              System.getProperty("kata.root"),
              "solutions/flink-pipeline/target/flink-pipeline-job.jar")
          .toString();

  /** The lesson whose rows are compared; another pipeline, to see that the comparison can fail. */
  private static final String PIPELINE =
      System.getProperty("kata.cluster.pipeline", "flink/topostgres/PageViewTable");

  private static final String LOST = "task-manager-1";
  private static final String LEFT = "task-manager-2";
  private static final int PARTITIONS = 4;
  private static final int CLICKS = 20_000;

  private static FlinkCluster cluster;

  @BeforeAll
  static void start(ObjectStore store) throws InterruptedException {
    List<String> s3 =
        List.of(
            "-Ds3.endpoint=" + store.endpoint(),
            "-Ds3.access-key=" + store.accessKey(),
            "-Ds3.secret-key=" + store.secretKey(),
            "-Ds3.path.style.access=true");
    cluster = FlinkCluster.of(List.of(LOST, LEFT), s3);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void the_table_is_right_although_a_task_manager_is_lost(Services services, Bucket bucket)
      throws Exception {
    try (ClickLoad load = new ClickLoad(services, PARTITIONS)) {
      load.send(CLICKS);
      String job = submitted(load.environment(), bucket);
      await()
          .atMost(ClusterProcess.PATIENCE)
          .until(() -> !load.rows().isEmpty() && cluster.rest().checkpoints(job) > 0);
      assertThat(cluster.rest().taskManagersOf(job)).containsExactly(LOST, LEFT);

      load.send(CLICKS);
      await()
          .atMost(ClusterProcess.PATIENCE)
          .until(() -> cluster.rest().recordsRead(job) == 2 * CLICKS);
      cluster.kill(LOST);
      load.send(CLICKS);
      load.end();

      await()
          .atMost(ClusterProcess.PATIENCE)
          .untilAsserted(() -> assertThat(load.rows()).isEqualTo(load.expected()));
      assertThat(cluster.rest().restores(job)).isPositive();
      assertThat(bucket.keys("checkpoints/" + job)).isNotEmpty();
      assertThat(cluster.rest().taskManagersOf(job)).containsExactly(LEFT);
      assertThat(cluster.rest().state(job)).isEqualTo("RUNNING");
    }
  }

  private String submitted(Map<String, String> environment, Bucket bucket)
      throws InterruptedException {
    return cluster
        .run(
            environment,
            "--parallelism",
            "2",
            "-Dexecution.checkpointing.dir=s3://%s/checkpoints".formatted(bucket.name()),
            "-Dstate.backend.type=rocksdb",
            JAR,
            PIPELINE)
        .awaitSaid("Job has been submitted with JobID (\\w+)");
  }

  @Test
  void a_lesson_that_does_not_exist_is_answered_with_those_that_do() throws Exception {
    ClusterProcess run = cluster.run(Map.of(), JAR, "flink/topostgres/PageViewTabel");

    assertThat(run.awaitEnd()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "There is no pipeline \"flink/topostgres/PageViewTabel\". There are:\n",
            "\n  flink/topostgres/PageViewTable\n");
  }

  @Test
  void a_variable_that_is_missing_is_named(Services services) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", services.kafka().bootstrapServers());
    ClusterProcess run = cluster.run(environment, JAR, "flink/topostgres/PageViewTable");

    assertThat(run.awaitEnd()).isEqualTo(1);
    assertThat(run.output()).contains("The environment variable POSTGRES_URL is not set.");
  }
}
