package kata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterProcessTest {

  @TempDir private Path logs;

  @Test
  void what_a_process_says_is_heard_and_kept() throws Exception {
    try (ClusterProcess process = started("port 42", "wait")) {
      assertThat(process.awaitSaid("port (\\d+)")).isEqualTo("42");
      process.requireAlive();
    }
    assertThat(logs.resolve("the-speaker.log")).hasContent("port 42");
  }

  @Test
  void a_process_that_ends_without_the_word_is_quoted() {
    try (ClusterProcess process = started("no port", "end")) {
      assertThatThrownBy(() -> process.awaitSaid("port (\\d+)"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("the speaker did not say port (\\d+):%nno port\n".formatted());
      assertThat(process.awaitEnd()).isZero();
      assertThatThrownBy(process::requireAlive)
          .hasMessage("the speaker has ended:%nno port\n".formatted());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_process_that_is_killed_has_ended() throws Exception {
    try (ClusterProcess process = started("begun", "wait")) {
      process.awaitSaid("(begun)");
      process.kill();
      assertThat(process.awaitEnd()).isNotZero();
    }
  }

  private ClusterProcess started(String... arguments) {
    return ClusterProcess.start(
        new JavaProgram(
            "the speaker",
            System.getProperty("java.class.path"),
            JavaProgram.opening(List.of("java.io")),
            Map.of(),
            List.of(Speaker.class.getName(), arguments[0], arguments[1])),
        logs);
  }

  /** Says what it is told, and then ends or waits. */
  static final class Speaker {

    private Speaker() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(arguments[0]);
      if (arguments[1].equals("wait")) {
        new CountDownLatch(1).await();
      }
    }
  }
}
