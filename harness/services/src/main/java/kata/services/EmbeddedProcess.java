package kata.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kata.harness.lab.LabException;

/**
 * One service in a JVM with a class path of its own, which ends when its standard input does: at
 * the latest with this JVM, even if that is killed.
 */
final class EmbeddedProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /** Not to verify the bytecode of the many classes saves a third of the time. */
  private static final List<String> QUICK =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-XX:-UsePerfData",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote",
          "-Xms16m");

  private static final String READY = "READY ";
  private static final int LAST_LINES = 15;

  private final String name;
  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private EmbeddedProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts a process and returns when its service answers.
   *
   * @param megabytes the heap that it may have
   * @param arguments what {@code kata.embedded.Main} is told
   * @throws LabException when it does not start, with what it has said
   */
  static EmbeddedProcess start(
      EmbeddedModule module, String name, int megabytes, List<String> arguments) {
    Path data = module.newData(arguments.get(0));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.add("-Xmx" + megabytes + "m");
    command.add("-Djava.io.tmpdir=" + data);
    command.add("kata.embedded.Main");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", module.classPath());
    return start(name, builder, PATIENCE);
  }

  static EmbeddedProcess start(String name, ProcessBuilder builder, Duration patience) {
    EmbeddedProcess started;
    try {
      started = new EmbeddedProcess(name, builder.redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    Thread reader = new Thread(started::listen, "output of " + name);
    reader.setDaemon(true);
    reader.start();
    started.awaitReady(patience);
    return started;
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      // The process has ended; what it said before counts.
    }
    port.completeExceptionally(new IllegalStateException("ended"));
  }

  private void hear(String line) {
    if (line.startsWith(READY)) {
      port.complete(Integer.valueOf(line.substring(READY.length())));
    }
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > LAST_LINES) {
        lastLines.remove();
      }
    }
  }

  private void awaitReady(Duration patience) {
    try {
      port.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed("ended before it was ready");
    } catch (TimeoutException e) {
      throw failed("was not ready within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
  }

  private LabException failed(String how) {
    close();
    synchronized (lastLines) {
      return new LabException(
          "The embedded "
              + name
              + " "
              + how
              + ". It said:\n  "
              + (lastLines.isEmpty() ? "nothing" : String.join("\n  ", lastLines)));
    }
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  /** Returns the port on 127.0.0.1. */
  int port() {
    return port.join();
  }

  /** Ends the process, which deletes its data. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
