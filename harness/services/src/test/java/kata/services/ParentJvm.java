package kata.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A run of its own with all three embedded services, which can be ended in every way. */
final class ParentJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ParentJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** What runs there: starts all, says {@code ready}, and ends when its input does. */
  static final class Run {

    public static void main(String[] arguments) throws IOException {
      EmbeddedModule module = new EmbeddedModule(Path.of(arguments[0]));
      Services services = new Services(() -> new Embedded(module), notice -> {});
      services.startAll();
      services.kafka();
      services.postgres();
      services.objectStore();
      System.out.println("ready");
      System.in.read();
    }
  }

  /** Starts a run in the workbook at this root. */
  static ParentJvm start(Path root) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", Run.class.getName(), root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return new ParentJvm(builder.start());
  }

  void awaitReady() throws IOException {
    String line = output.readLine();
    if (!"ready".equals(line)) {
      throw new IOException("not ready: " + line);
    }
  }

  /** Returns the services that the run has started: not what is about to become one only. */
  List<ProcessHandle> services() {
    return process.children().filter(ParentJvm::isService).toList();
  }

  /** Where nobody may see the arguments, on Windows, a child is a service from the beginning. */
  private static boolean isService(ProcessHandle child) {
    return child
        .info()
        .arguments()
        .map(it -> List.of(it).contains("kata.embedded.Main"))
        .orElse(true);
  }

  void kill() {
    process.destroyForcibly();
  }

  void end() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() {
    kill();
  }
}
