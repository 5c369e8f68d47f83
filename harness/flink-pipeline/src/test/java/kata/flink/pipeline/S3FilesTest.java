package kata.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

class S3FilesTest {

  @Test
  void a_jdk_that_is_too_new_is_named_with_those_that_are_not() {
    assertThatCode(() -> S3Files.demandJdk(17)).doesNotThrowAnyException();
    assertThatCode(() -> S3Files.demandJdk(23)).doesNotThrowAnyException();
    assertThatThrownBy(() -> S3Files.demandJdk(25))
        .isInstanceOf(LabException.class)
        .hasMessage(
            "Flink's file system for S3 does not run on JDK 25. Run this lesson with JDK 17 or"
                + " 21.");
  }
}
