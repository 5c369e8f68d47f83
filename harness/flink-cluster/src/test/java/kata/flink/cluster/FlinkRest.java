package kata.flink.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks a job manager.
 *
 * @param address {@code host:port}
 */
record FlinkRest(String address) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns the names of the task managers that have registered. */
  Set<String> taskManagers() {
    Set<String> names = new TreeSet<>();
    get("/taskmanagers").get("taskmanagers").forEach(it -> names.add(it.get("id").asText()));
    return names;
  }

  /** Returns the names of the task managers on which a task of a job runs. */
  Set<String> taskManagersOf(String job) {
    Set<String> names = new TreeSet<>();
    for (JsonNode vertex : get("/jobs/" + job).get("vertices")) {
      String tasks = "/jobs/%s/vertices/%s/taskmanagers".formatted(job, vertex.get("id").asText());
      for (JsonNode taskManager : get(tasks).get("taskmanagers")) {
        if (taskManager.get("status").asText().equals("RUNNING")) {
          names.add(taskManager.get("taskmanager-id").asText());
        }
      }
    }
    return names;
  }

  /** Returns the state of a job, such as {@code RUNNING}. */
  String state(String job) {
    return get("/jobs/" + job).get("state").asText();
  }

  /** Returns how many records the sources of a job have emitted since it last started. */
  long recordsRead(String job) {
    return get("/jobs/" + job).get("vertices").get(0).get("metrics").get("write-records").asLong();
  }

  /** Returns how many checkpoints of a job have completed. */
  int checkpoints(String job) {
    return get("/jobs/" + job + "/checkpoints").get("counts").get("completed").asInt();
  }

  /** Returns how often a job has gone back to a checkpoint. */
  int restores(String job) {
    return get("/jobs/" + job + "/checkpoints").get("counts").get("restored").asInt();
  }

  private JsonNode get(String path) {
    try {
      return JSON.readTree(URI.create("http://" + address + path).toURL());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
