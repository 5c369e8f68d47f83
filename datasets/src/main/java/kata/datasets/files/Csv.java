package kata.datasets.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Events as comma-separated values: a header line, one event a line, UTF-8, each line ended by
 * {@code \n}. A value that holds a comma or a quote stands in double quotes.
 *
 * @param <T> the event
 */
public final class Csv<T> {

  private static final CsvSchema COMMAS =
      CsvSchema.emptySchema().withColumnSeparator(',').withLineSeparator("\n");

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final EventFields<T> fields;

  private Csv(EventFields<T> fields) {
    this.fields = fields;
  }

  /** Returns what writes and reads the events that have these fields. */
  public static <T> Csv<T> of(EventFields<T> fields) {
    return new Csv<>(fields);
  }

  /** Writes the file anew: the header, and one line for each event. */
  public void write(Stream<T> events, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(events, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the header and one line for each event, and leaves the stream open. */
  public void write(Stream<T> events, OutputStream out) {
    Iterator<T> rest = events.iterator();
    try (JsonGenerator csv = CSV.createGenerator(out)) {
      csv.setSchema(COMMAS);
      csv.writeStartArray();
      for (Field<T> field : fields.all()) {
        csv.writeString(field.name());
      }
      csv.writeEndArray();
      while (rest.hasNext()) {
        writeRow(rest.next(), csv);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file, line by line while the stream is consumed. Close the stream to close the file.
   *
   * @throws EventFileException if there is no such file or the header is another one; the stream
   *     throws it at a malformed line
   */
  public Stream<T> read(Path file) {
    Lines lines = Lines.open(file);
    try {
      if (lines.next(this::checkHeader) == null) {
        throw new EventFileException(
            "%s is empty. Begin it with the header %s.".formatted(file, fields.header()));
      }
      return lines.events(this::fromLine);
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private String checkHeader(String line) {
    if (!line.equals(fields.header())) {
      throw new EventFileException(
          "the header is \"%s\". Make it %s.".formatted(line, fields.header()));
    }
    return line;
  }

  private T fromLine(String line) {
    List<String> values = values(line);
    List<Field<T>> columns = fields.all();
    if (values.size() != columns.size()) {
      throw new EventFileException(
          "the line has %d values, and the header has %d. Give each field one value;"
                  .formatted(values.size(), columns.size())
              + " put a value that holds a comma in double quotes.");
    }
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      texts.put(columns.get(i).name(), values.get(i));
    }
    return fields.eventOf(texts);
  }

  private void writeRow(T event, JsonGenerator csv) throws IOException {
    csv.writeStartArray();
    for (Field<T> field : fields.all()) {
      csv.writeString(field.textOf(event));
    }
    csv.writeEndArray();
  }

  private static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    try (JsonParser csv = CSV.createParser(line)) {
      csv.setSchema(COMMAS);
      csv.nextToken();
      while (csv.nextToken() == JsonToken.VALUE_STRING) {
        values.add(csv.getText());
      }
    } catch (JsonProcessingException e) {
      throw new EventFileException(
          "this is not CSV: %s. Close each double quote on its line."
              .formatted(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }
}
