package kata.spark.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kata.cluster.ClusterProcess;
import kata.cluster.JavaProgram;

/** A folder that is laid out like the distribution, as workers start executors from there. */
final class SparkHome {

  private static final Path TARGET =
      Path.of(System.getProperty("kata.root"), "harness/spark-cluster/target");
  private static final Path HOME = TARGET.resolve("spark");

  /** What the scripts of the distribution open to Spark. */
  private static final List<String> OPENED =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private SparkHome() {}

  /** Links the class path into the folder {@code jars}, unless that was done before. */
  static void make() {
    try {
      Path jars = Files.createDirectories(HOME.resolve("jars"));
      for (String jar : classPath().split(File.pathSeparator)) {
        link(jars, Path.of(jar));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder %s cannot be made".formatted(HOME), e);
    }
  }

  private static void link(Path jars, Path jar) throws IOException {
    try {
      Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
    } catch (FileAlreadyExistsException e) {
      // From a run before this one.
    }
  }

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
    options.addAll(JavaProgram.opening(OPENED));
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("SPARK_HOME", HOME.toString());
    variables.put("SPARK_SCALA_VERSION", "2.12");
    variables.put("SPARK_LOCAL_IP", "127.0.0.1");
    variables.put("SPARK_WORKER_DIR", TARGET.resolve("work").toString());
    variables.put("SPARK_LOCAL_DIRS", TARGET.resolve("scratch").toString());
    return ClusterProcess.start(
        new JavaProgram(name, classPath(), options, variables, command), TARGET.resolve("logs"));
  }

  private static String classPath() {
    try {
      return Files.readString(TARGET.resolve("class-path")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The build has not written the class path", e);
    }
  }
}
