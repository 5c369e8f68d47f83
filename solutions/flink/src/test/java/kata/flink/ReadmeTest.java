package kata.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kata.flink.tumbling.PageViewsPerWindowMisconceptions.InclusiveEnd;
import kata.harness.proof.KnownVerdict;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void quotes_a_failure_as_it_is_printed() throws IOException {
    try (var lines = Files.lines(Path.of(System.getProperty("kata.root"), "README.md"))) {
      String readme =
          lines.filter(line -> !line.startsWith("  Picture: ")).collect(Collectors.joining("\n"));
      assertThat(readme)
          .contains(
              KnownVerdict.text(
                  "flink/tumbling/PageViewsPerWindow", InclusiveEnd.class, "boundary"));
    }
  }
}
