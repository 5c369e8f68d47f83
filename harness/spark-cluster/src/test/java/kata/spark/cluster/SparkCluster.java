package kata.spark.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.cluster.ClusterProcess;

/** A standalone cluster of separate processes on this machine: a master and workers. */
final class SparkCluster implements AutoCloseable {

  private static final int MEGABYTES = 256;
  private static final int DRIVER_MEGABYTES = 640;
  private static final String MASTER = "org.apache.spark.deploy.master.Master";
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
  private static final String COMMAND_LINE = "org.apache.spark.deploy.SparkSubmit";

  private final List<ClusterProcess> processes = new ArrayList<>();
  private final Map<String, ClusterProcess> workers = new HashMap<>();
  private String address;

  private SparkCluster() {}

  /** Starts a cluster whose workers have one core each, and waits until all have registered. */
  static SparkCluster of(List<String> workerNames) throws InterruptedException {
    SparkCluster cluster = new SparkCluster();
    try {
      cluster.start(workerNames);
      return cluster;
    } catch (InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void start(List<String> workerNames) throws InterruptedException {
    SparkHome.make();
    ClusterProcess master =
        started("master", MASTER, "--host", "localhost", "--port", "0", "--webui-port", "0");
    address = master.awaitSaid("Starting Spark master at (spark://\\S+:\\d+)");
    for (String name : workerNames) {
      workers.put(
          name,
          started(
              name,
              WORKER,
              "--host",
              "localhost",
              "--webui-port",
              "0",
              "--cores",
              "1",
              "--memory",
              "1g",
              address));
    }
    for (ClusterProcess worker : workers.values()) {
      worker.awaitSaid("(Successfully registered with master)");
    }
  }

  private ClusterProcess started(String name, String... command) {
    ClusterProcess process = SparkHome.start(name, MEGABYTES, Map.of(), List.of(command));
    processes.add(process);
    return process;
  }

  /**
   * Does what {@code spark-submit} does, with the address of this cluster.
   *
   * @param name what to call the process
   * @param environment variables of the command, and so of the driver
   * @param arguments options, the jar, and what its program is told
   */
  ClusterProcess submit(String name, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(COMMAND_LINE, "--master", address));
    command.addAll(arguments);
    ClusterProcess process = SparkHome.start(name, DRIVER_MEGABYTES, environment, command);
    processes.add(process);
    return process;
  }

  /** Kills a worker without warning, and its executors with it. */
  void kill(String worker) {
    workers.get(worker).kill();
  }

  /** Returns what a worker has said. */
  String output(String worker) {
    return workers.get(worker).output();
  }

  @Override
  public void close() {
    processes.forEach(ClusterProcess::close);
  }
}
