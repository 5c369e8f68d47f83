package kata.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that runs in a JVM of its own.
 *
 * @param name what to call it in messages
 * @param classPath its class path, with {@link EndsWithParent} on it
 * @param options of the JVM
 * @param environment variables besides those of this process
 * @param command the main class and its arguments
 */
public record JavaProgram(
    String name,
    String classPath,
    List<String> options,
    Map<String, String> environment,
    List<String> command) {

  public JavaProgram {
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
    command = List.copyOf(command);
  }

  /** Returns the options that open packages of {@code java.base} to all. */
  public static List<String> opening(List<String> packages) {
    return packages.stream().map("--add-opens=java.base/%s=ALL-UNNAMED"::formatted).toList();
  }

  /** Returns a process that can be started; it ends at the latest with this JVM. */
  ProcessBuilder builder() {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("-XX:+UseSerialGC");
    all.add("-XX:TieredStopAtLevel=1");
    all.addAll(options);
    all.add(EndsWithParent.class.getName());
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("CLASSPATH", classPath);
    return builder;
  }
}
