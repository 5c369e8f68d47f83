package kata.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of a cluster, or its command line; it ends at the latest with this JVM. */
public final class ClusterProcess implements AutoCloseable {

  /** How long to wait for anything that a cluster does. */
  public static final Duration PATIENCE = Duration.ofMinutes(4);

  private final String name;
  private final Process process;
  private final Path logs;
  private final StringBuilder output = new StringBuilder();
  private boolean ended;

  private ClusterProcess(String name, Process process, Path logs) {
    this.name = name;
    this.process = process;
    this.logs = logs;
  }

  /**
   * Starts a process.
   *
   * @param logs the folder in which what it has said is kept when it is closed
   * @throws UncheckedIOException if there is no such program
   */
  public static ClusterProcess start(JavaProgram program, Path logs) {
    try {
      ClusterProcess started = new ClusterProcess(program.name(), program.builder().start(), logs);
      Thread reader = new Thread(started::listen, "output of " + program.name());
      reader.setDaemon(true);
      reader.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(program.name() + " cannot be started", e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      // The process has ended; what it said before counts.
    }
    end();
  }

  private synchronized void hear(String line) {
    output.append(line).append('\n');
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Waits until the process has said something.
   *
   * @param said with one group, which is returned
   * @throws AssertionError if it ends or stays silent instead; with all that it has said
   */
  public synchronized String awaitSaid(String said) throws InterruptedException {
    Pattern pattern = Pattern.compile(said);
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Matcher matcher = pattern.matcher(output);
      if (matcher.find()) {
        return matcher.group(1);
      }
      long left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
      if (ended || left <= 0) {
        throw new AssertionError("%s did not say %s:%n%s".formatted(name, said, output));
      }
      wait(left);
    }
  }

  /**
   * Fails if the process has ended.
   *
   * @throws AssertionError with what it has said
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("%s has ended:%n%s".formatted(name, output()));
    }
  }

  /**
   * Waits until the process has ended and all that it has said was heard.
   *
   * @return its exit code
   * @throws AssertionError if it does not end; with what it has said
   */
  public synchronized int awaitEnd() throws InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!ended) {
      long left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("%s does not end:%n%s".formatted(name, output));
      }
      wait(left);
    }
    return process.waitFor();
  }

  /** Returns all that the process has said. */
  public synchronized String output() {
    return output.toString();
  }

  /** Kills the process, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Kills the process, and keeps what it has said. */
  @Override
  public void close() {
    kill();
    try {
      Files.createDirectories(logs);
      Files.writeString(logs.resolve(name.replace(' ', '-') + ".log"), output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
