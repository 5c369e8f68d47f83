package kata.flink.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** One process of a cluster, or its command line; it ends at the latest with this JVM. */
final class FlinkProcess implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(4);

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

  private final String name;
  private final Process process;
  private final StringBuffer output = new StringBuffer();

  private FlinkProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts a process on the class path of the distribution.
   *
   * @param megabytes the heap that it may have
   * @param environment variables besides those of this process
   * @param command the main class and its arguments
   */
  static FlinkProcess start(
      String name, int megabytes, Map<String, String> environment, List<String> command) {
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + megabytes + "m",
                "-Dlog4j.configurationFile=" + CONFIGURATION.resolve("log4j.properties")));
    OPENED.forEach(it -> all.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(it)));
    all.add(EndsWithParent.class.getName());
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("FLINK_CONF_DIR", CONFIGURATION.toString());
    builder.environment().put("FLINK_PLUGINS_DIR", TARGET.resolve("plugins").toString());
    try {
      builder.environment().put("CLASSPATH", classPath());
      FlinkProcess started = new FlinkProcess(name, builder.start());
      Thread reader = new Thread(started::listen, "output of " + name);
      reader.setDaemon(true);
      reader.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  /** Returns the folder with {@code config.yaml}. */
  static Path configuration() {
    return CONFIGURATION;
  }

  private static String classPath() throws IOException {
    return TARGET.resolve("classes")
        + File.pathSeparator
        + Files.readString(TARGET.resolve("class-path")).strip();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
      }
    } catch (IOException e) {
      // The process has ended; what it said before counts.
    }
  }

  /**
   * Waits until the process has said something.
   *
   * @param said with one group, which is returned
   */
  String awaitSaid(String said) {
    Pattern pattern = Pattern.compile(said);
    Awaitility.await(name + " says " + said)
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || pattern.matcher(output).find());
    return pattern
        .matcher(output)
        .results()
        .findFirst()
        .map((MatchResult match) -> match.group(1))
        .orElseThrow(
            () -> new AssertionError("%s did not say %s:%n%s".formatted(name, said, output)));
  }

  /**
   * Fails if the process has ended.
   *
   * @throws AssertionError with what it has said
   */
  void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("%s has ended:%n%s".formatted(name, output));
    }
  }

  /** Waits until the process has ended, and returns its exit code. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("%s does not end:%n%s".formatted(name, output));
    }
    return process.exitValue();
  }

  /** Returns all that the process has said. */
  String output() {
    return output.toString();
  }

  /** Kills the process, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Kills the process, and keeps what it has said in {@code target/logs}. */
  @Override
  public void close() {
    kill();
    try {
      Path logs = Files.createDirectories(TARGET.resolve("logs"));
      Files.writeString(logs.resolve(name.replace(' ', '-') + ".log"), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
