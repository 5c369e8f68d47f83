package kata.producer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.TimedEvent;
import kata.datasets.files.Damage;
import kata.datasets.files.JsonLines;

/** How an event becomes the value of a record of Kafka. */
enum Format {
  JSON {
    @Override
    <T extends TimedEvent> Function<T, byte[]> encoder(Dataset<T> dataset, Damage damage) {
      JsonLines<T> json = JsonLines.of(dataset.fields());
      return event -> damage.line(json.toLine(event)).getBytes(StandardCharsets.UTF_8);
    }
  },
  AVRO {
    @Override
    <T extends TimedEvent> Function<T, byte[]> encoder(Dataset<T> dataset, Damage damage) {
      AvroBinary<T> avro = new AvroBinary<>(dataset);
      return event -> damage.bytes(avro.encode(event));
    }
  };

  /** Returns what encodes the events of a dataset, of which some are spoiled on the way. */
  abstract <T extends TimedEvent> Function<T, byte[]> encoder(Dataset<T> dataset, Damage damage);

  /**
   * Returns the format with this name, in lower case.
   *
   * @throws OptionException if there is none; it lists those that exist
   */
  static Format named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new OptionException(
                    "There is no format \"%s\". For --format there are: %s."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Format::label)
                                .collect(Collectors.joining(", ")))));
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
