package kata.services;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

class EmbeddedProcessTest {

  /** A service that never gets ready. */
  static final class Silent {

    public static void main(String[] arguments) throws IOException {
      System.in.read();
    }
  }

  @Test
  void saysWhatAProcessSaidThatDoesNotStart() {
    assertThatThrownBy(() -> start("kata.embedded.Missing", Duration.ofMinutes(1)))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            The embedded Kafka ended before it was ready. It said:
              Error: Could not find or load main class kata.embedded.Missing
              Caused by: java.lang.ClassNotFoundException: kata.embedded.Missing\
            """);
  }

  @Test
  void givesUpOnAProcessThatIsNotReady() {
    assertThatThrownBy(() -> start(Silent.class.getName(), Duration.ofSeconds(1)))
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            The embedded Kafka was not ready within 1 s. It said:
              nothing\
            """);
  }

  private static void start(String main, Duration patience) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(List.of(java, main));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    EmbeddedProcess.start("Kafka", builder, patience);
  }
}
