package kata.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures how long it takes until all three services are ready, and how much memory their
 * processes take if they are embedded; run by harness/bench/run only.
 */
class ServicesBench {

  private static final String EMBEDDED = "harness/embedded/target";

  @Test
  void measure() {
    long begin = System.nanoTime();
    Services services = Services.ofThisRun();
    services.startAll();
    services.kafka();
    services.postgres();
    services.objectStore();
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf("services ready %.1f s %d MB%n", seconds, megabytes());
  }

  private static long megabytes() {
    return ProcessHandle.allProcesses()
            .filter(it -> it.info().commandLine().orElse("").contains(EMBEDDED))
            .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
            .distinct()
            .mapToLong(ServicesBench::kilobytes)
            .sum()
        / 1024;
  }

  /** Returns the memory of a process; what it shares with others counts in equal parts. */
  private static long kilobytes(ProcessHandle process) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
