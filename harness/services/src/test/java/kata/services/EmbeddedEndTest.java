package kata.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kata.harness.picture.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends, nothing of its services is left: no process, and no file. */
class EmbeddedEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A workbook with a built module, and no other run's data. */
  @TempDir Path root;

  @BeforeEach
  void copyTheModule() throws IOException {
    Path built = Workbook.root().orElseThrow().resolve("harness/embedded/target");
    Path target = Files.createDirectories(root.resolve("harness/embedded/target"));
    Files.copy(built.resolve("class-path"), target.resolve("class-path"));
    try (Stream<Path> files = Files.walk(built.resolve("classes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(built.relativize(file)));
      }
    }
  }

  @Test
  void theRunEnds() throws IOException {
    try (ParentJvm parent = ParentJvm.start(root)) {
      parent.awaitReady();
      List<ProcessHandle> services = running(parent);
      assertThat(data()).hasSize(3);

      parent.end();

      assertNothingIsLeftOf(services);
    }
  }

  @Test
  void theRunIsKilled() throws IOException {
    try (ParentJvm parent = ParentJvm.start(root)) {
      parent.awaitReady();
      List<ProcessHandle> services = running(parent);

      parent.kill();

      assertNothingIsLeftOf(services);
    }
  }

  @Test
  void theRunIsKilledBeforeItsServicesAreReady() throws IOException {
    try (ParentJvm parent = ParentJvm.start(root)) {
      await().atMost(PATIENCE).until(() -> parent.services().size() >= 3);
      List<ProcessHandle> services = parent.services();

      parent.kill();

      assertNothingIsLeftOf(services);
    }
  }

  /** Returns what runs: one JVM a service, and PostgreSQL, which is no child of its own. */
  private List<ProcessHandle> running(ParentJvm parent) throws IOException {
    List<ProcessHandle> running = new ArrayList<>(parent.services());
    try (Stream<Path> files = Files.walk(root.resolve("harness/embedded/target/data"))) {
      Path file = files.filter(it -> it.endsWith("postmaster.pid")).findFirst().orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(file).get(0));
      running.add(ProcessHandle.of(pid).orElseThrow());
    }
    assertThat(running).hasSize(4).allMatch(ProcessHandle::isAlive);
    return running;
  }

  private void assertNothingIsLeftOf(List<ProcessHandle> services) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(services).noneMatch(ProcessHandle::isAlive));
    assertThat(data()).isEmpty();
  }

  /** Returns the folders that the processes write to, their temporary files included. */
  private List<Path> data() {
    try (Stream<Path> folders = Files.list(root.resolve("harness/embedded/target/data"))) {
      return folders.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
