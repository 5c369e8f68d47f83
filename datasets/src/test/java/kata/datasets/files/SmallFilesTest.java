package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;
import org.junit.jupiter.api.Test;

/** The files that learners open are what the generator makes. */
class SmallFilesTest {

  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);
  private static final Csv<ClickEvent> CSV = Csv.of(EventFields.CLICKS);
  private static final String UPDATE = "kata.update";

  private final Path files = root().resolve("datasets").resolve("files");

  @Test
  void theJsonLinesAreWhatTheGeneratorMakes() throws IOException {
    assertGenerated("clicks-300.jsonl", JSON::write);
    assertThat(JSON.read(files.resolve("clicks-300.jsonl"))).isEqualTo(clicks());
  }

  @Test
  void theCsvIsWhatTheGeneratorMakes() throws IOException {
    assertGenerated("clicks-300.csv", CSV::write);
    assertThat(CSV.read(files.resolve("clicks-300.csv"))).isEqualTo(clicks());
  }

  private void assertGenerated(String name, BiConsumer<Stream<ClickEvent>, OutputStream> writer)
      throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    writer.accept(clicks().stream(), made);
    Path file = files.resolve(name);
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(files);
      Files.write(file, made.toByteArray());
    }
    String stored = Files.exists(file) ? Files.readString(file) : "no such file";
    assertThat(stored)
        .as(
            "datasets/files/%s is not what the generator makes. If that is meant to be,"
                + " run: mvn -pl datasets test -D%s=true",
            name, UPDATE)
        .isEqualTo(made.toString(StandardCharsets.UTF_8));
  }

  private static List<ClickEvent> clicks() {
    return new ClickTraffic(42, TrafficSettings.smallShop()).first(300).toList();
  }

  /** The build says where the repository is; an IDE may not, and starts somewhere within it. */
  private static Path root() {
    String stated = System.getProperty("kata.root");
    if (stated != null) {
      return Path.of(stated);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("pom.xml"))
        || !Files.isDirectory(folder.resolve("datasets"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
