package kata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndsWithParentTest {

  @Test
  void theProgramEndsWithItsInput() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndsWithParent.class.getName(),
                Endless.class.getName(),
                "begun")
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("begun");
      assertThat(process.isAlive()).isTrue();

      process.getOutputStream().close();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Says what it is told, and never ends. */
  static final class Endless {

    private Endless() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(arguments[0]);
      new CountDownLatch(1).await();
    }
  }
}
