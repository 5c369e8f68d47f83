package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kata.datasets.TimedEvent;
import kata.datasets.traffic.AdClickTraffic;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.Traffic;
import kata.datasets.traffic.TrafficSettings;
import kata.datasets.traffic.TransactionTraffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that learners open are what the generator makes. */
class SmallFilesTest {

  private static final String UPDATE = "kata.update";
  private static final TrafficSettings SMALL_SHOP = TrafficSettings.smallShop();

  private final Path folder = root().resolve("datasets").resolve("files");

  /**
   * The first 300 events of a dataset.
   *
   * @param name of its files, without the ending
   */
  private record SmallFile<T extends TimedEvent>(
      String name, Traffic<T> traffic, EventFields<T> fields) {

    private List<T> events() {
      return traffic.first(300).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<SmallFile<?>> files() {
    return Stream.of(
        new SmallFile<>("clicks-300", new ClickTraffic(42, SMALL_SHOP), EventFields.CLICKS),
        new SmallFile<>("orders-300", new OrderTraffic(42, SMALL_SHOP), EventFields.ORDERS),
        new SmallFile<>(
            "transactions-300", new TransactionTraffic(42, SMALL_SHOP), EventFields.TRANSACTIONS),
        new SmallFile<>(
            "ad-clicks-300", new AdClickTraffic(42, SMALL_SHOP), EventFields.AD_CLICKS));
  }

  @ParameterizedTest
  @MethodSource("files")
  <T extends TimedEvent> void theJsonLinesAreWhatTheGeneratorMakes(SmallFile<T> small)
      throws IOException {
    JsonLines<T> json = JsonLines.of(small.fields());
    Path file = folder.resolve(small.name() + ".jsonl");

    assertGenerated(file, out -> json.write(small.events().stream(), out));
    try (Stream<T> events = json.read(file)) {
      assertThat(events).isEqualTo(small.events());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  <T extends TimedEvent> void theCsvIsWhatTheGeneratorMakes(SmallFile<T> small) throws IOException {
    Csv<T> csv = Csv.of(small.fields());
    Path file = folder.resolve(small.name() + ".csv");

    assertGenerated(file, out -> csv.write(small.events().stream(), out));
    try (Stream<T> events = csv.read(file)) {
      assertThat(events).isEqualTo(small.events());
    }
  }

  private static void assertGenerated(Path file, Consumer<OutputStream> writer) throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    writer.accept(made);
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(file.getParent());
      Files.write(file, made.toByteArray());
    }
    String stored = Files.exists(file) ? Files.readString(file) : "no such file";
    assertThat(stored)
        .as(
            "datasets/files/%s is not what the generator makes. If that is meant to be,"
                + " run: mvn -pl datasets test -D%s=true",
            file.getFileName(), UPDATE)
        .isEqualTo(made.toString(StandardCharsets.UTF_8));
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
