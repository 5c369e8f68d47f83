package kata.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import kata.datasets.PageCount;
import kata.flink.lab.LocalCluster;
import kata.flink.topostgres.PageViewTable;
import kata.pipeline.ClickLoad;
import kata.pipeline.Connections;
import kata.services.Services;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;

/**
 * Measures generated clicks on their way through Kafka, Flink and PostgreSQL, from the first that
 * is sent to the last row, while they are sent; run by harness/bench/run only.
 */
class PipelineBench {

  private static final int PARALLELISM = 2;
  private static final int PARTITIONS = 4;
  private static final int WARM_UP = 10_000;
  private static final int[] CLICKS = {10_000, 100_000, 1_000_000};

  /** The sink writes what it has when there is a checkpoint. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(200);

  @Test
  void measure() throws Exception {
    try (MiniCluster cluster = LocalCluster.start(PARALLELISM)) {
      seconds(cluster, WARM_UP);
      for (int clicks : CLICKS) {
        double before = cpuSeconds();
        double seconds = seconds(cluster, clicks);
        System.out.printf(
            "pipeline %d events %.1f s %.0f events/s %.1f CPU s%n",
            clicks, seconds, clicks / seconds, cpuSeconds() - before);
      }
    }
  }

  /** Lets a job count so many clicks, sees that each row is right, and returns how long it took. */
  private static double seconds(MiniCluster cluster, int clicks) throws Exception {
    try (ClickLoad load = new ClickLoad(Services.ofThisRun(), PARTITIONS)) {
      JobID job = started(cluster, Connections.of(load.environment()));
      long begin = System.nanoTime();
      load.send(clicks);
      load.end();
      Set<PageCount> expected = load.expected();
      await()
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .untilAsserted(() -> assertThat(load.rows().equals(expected)).isTrue());
      double seconds = (System.nanoTime() - begin) / 1e9;
      cluster.cancelJob(job).get();
      return seconds;
    }
  }

  private static JobID started(MiniCluster cluster, Connections at) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM);
    new PageViewTable().build(env, at);
    env.enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
    StreamGraph graph = env.getStreamGraph();
    cluster.submitJob(graph).get();
    return graph.getJobID();
  }

  /** Returns the time of both cores that this process has used; the services have their own. */
  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
