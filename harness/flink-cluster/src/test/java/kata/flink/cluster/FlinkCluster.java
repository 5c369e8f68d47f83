package kata.flink.cluster;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.cluster.ClusterProcess;
import org.awaitility.Awaitility;

/** A session cluster of separate processes on this machine: a job manager and task managers. */
final class FlinkCluster implements AutoCloseable {

  private static final int MEGABYTES = 384;
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String COMMAND_LINE = "org.apache.flink.client.cli.CliFrontend";

  private final List<ClusterProcess> processes = new ArrayList<>();
  private final Map<String, ClusterProcess> taskManagers = new HashMap<>();
  private final List<String> settings;
  private FlinkRest rest;

  private FlinkCluster(List<String> settings) {
    this.settings = settings;
  }

  /**
   * Starts a cluster, and waits until all task managers have registered.
   *
   * @param settings {@code -Dname=value} for each process
   */
  static FlinkCluster of(List<String> taskManagerNames, List<String> settings)
      throws InterruptedException {
    FlinkCluster cluster = new FlinkCluster(settings);
    try {
      cluster.start(taskManagerNames);
      return cluster;
    } catch (InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void start(List<String> taskManagerNames) throws InterruptedException {
    ClusterProcess jobManager =
        started("job manager", JOB_MANAGER, "-Djobmanager.rpc.port=0", "-Drest.bind-port=0");
    String rpcPort = jobManager.awaitSaid("Actor system started at .*:(\\d+)");
    rest = new FlinkRest(jobManager.awaitSaid("Rest endpoint listening at (\\S+:\\d+)"));
    for (String name : taskManagerNames) {
      taskManagers.put(
          name,
          started(
              name,
              TASK_MANAGER,
              "-Djobmanager.rpc.port=" + rpcPort,
              "-Dtaskmanager.resource-id=" + name));
    }
    // A job manager that has not elected its leaders yet answers that it is not available.
    Awaitility.await("all task managers register")
        .atMost(ClusterProcess.PATIENCE)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(
            () -> {
              processes.forEach(ClusterProcess::requireAlive);
              return rest.taskManagers().containsAll(taskManagerNames);
            });
  }

  private ClusterProcess started(String name, String mainClass, String... ownSettings) {
    List<String> command = new ArrayList<>();
    command.add(mainClass);
    command.add("--configDir");
    command.add(FlinkProcess.configuration().toString());
    command.addAll(settings);
    command.addAll(List.of(ownSettings));
    ClusterProcess process = FlinkProcess.start(name, MEGABYTES, Map.of(), command);
    processes.add(process);
    return process;
  }

  /**
   * Does what {@code flink run --detached} does, with the address of this cluster.
   *
   * @param environment variables of the command
   * @param arguments options, the jar, and what its program is told
   */
  ClusterProcess run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(COMMAND_LINE, "run", "--detached", "--jobmanager", rest.address()));
    command.addAll(List.of(arguments));
    ClusterProcess process = FlinkProcess.start("flink run", MEGABYTES, environment, command);
    processes.add(process);
    return process;
  }

  /** Kills a task manager without warning. */
  void kill(String taskManager) {
    taskManagers.get(taskManager).kill();
  }

  /** Returns what the job manager tells about its jobs. */
  FlinkRest rest() {
    return rest;
  }

  @Override
  public void close() {
    processes.forEach(ClusterProcess::close);
  }
}
