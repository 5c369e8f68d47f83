package kata.flink.lab;

import java.time.Duration;
import kata.harness.lab.LabException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** Starts Flink inside this JVM. */
public final class LocalCluster {

  private LocalCluster() {}

  /**
   * Starts a cluster, which its caller closes.
   *
   * @param slots how many slots its only task manager has
   * @throws LabException if this machine does not allow it
   */
  public static MiniCluster start(int slots) {
    Configuration settings =
        new Configuration()
            .set(RestOptions.BIND_PORT, "0")
            // The slots are there or never: waiting for more requests only delays each job.
            .set(ResourceManagerOptions.REQUIREMENTS_CHECK_DELAY, Duration.ZERO)
            .set(ResourceManagerOptions.DECLARE_NEEDED_RESOURCE_DELAY, Duration.ZERO);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .withRandomPorts()
                .build());
    try {
      cluster.start();
      return cluster;
    } catch (Exception e) {
      cluster.closeAsync();
      throw new LabException(
          "Flink could not start on this machine: %s. It needs about 600 MB of free memory and a local port."
              .formatted(e.getMessage()),
          e);
    }
  }
}
