package kata.flink.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.cluster.ClusterProcess;
import kata.cluster.JavaProgram;

/** Starts processes on the class path of the distribution. */
final class FlinkProcess {

  private static final Path TARGET =
      Path.of(System.getProperty("kata.root"), "harness/flink-cluster/target");
  private static final Path CONFIGURATION = TARGET.resolve("test-classes/kata/flink/cluster/conf");

  /** What {@code env.java.opts.all} of the distribution opens to Flink. */
  private static final List<String> OPENED =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.reflect",
          "java.net",
          "java.nio",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "sun.nio.ch");

  private FlinkProcess() {}

  /**
   * Starts a process.
   *
   * @param megabytes the heap that it may have
   * @param environment variables besides those of this process
   * @param command the main class and its arguments
   */
  static ClusterProcess start(
      String name, int megabytes, Map<String, String> environment, List<String> command) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + megabytes + "m");
    options.add("-Dlog4j.configurationFile=" + CONFIGURATION.resolve("log4j.properties"));
    options.addAll(JavaProgram.opening(OPENED));
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("FLINK_CONF_DIR", CONFIGURATION.toString());
    variables.put("FLINK_PLUGINS_DIR", TARGET.resolve("plugins").toString());
    return ClusterProcess.start(
        new JavaProgram(name, classPath(), options, variables, command), TARGET.resolve("logs"));
  }

  /** Returns the folder with {@code config.yaml}. */
  static Path configuration() {
    return CONFIGURATION;
  }

  private static String classPath() {
    try {
      return Files.readString(TARGET.resolve("class-path")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The build has not written the class path", e);
    }
  }
}
