package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

/** What is said when Spark cannot start. */
class LocalSparkTest {

  @Test
  void too_little_memory() {
    assertThatExceptionOfType(LabException.class)
        .isThrownBy(() -> LocalSpark.start(Map.of("spark.testing.memory", "1000000")))
        .withMessage(
            "Spark could not start on this machine: the JVM has too little memory."
                + " Add -Xmx1g to kata.jvm in pom.xml.");
  }

  @Test
  void no_port() {
    // An address that is set aside for documentation, so that no machine has it.
    Map<String, String> elsewhere =
        Map.of("spark.driver.bindAddress", "192.0.2.1", "spark.port.maxRetries", "0");

    assertThatExceptionOfType(LabException.class)
        .isThrownBy(() -> LocalSpark.start(elsewhere))
        .withMessage(
            "Spark could not start on this machine: it may not open a port of its own."
                + " Allow programs to listen on 127.0.0.1.");
  }

  @Test
  void a_setting_that_makes_no_sense() {
    assertThatExceptionOfType(LabException.class)
        .isThrownBy(() -> LocalSpark.start(Map.of("spark.master", "moon")))
        .withMessageStartingWith("Spark could not start on this machine: ")
        .withMessageEndingWith("It needs about 600 MB of free memory and a port on 127.0.0.1.");
  }
}
