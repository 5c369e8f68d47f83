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
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;

/**
 * Clicks as comma-separated values: a header line, one click a line, UTF-8, each line ended by
 * {@code \n}. A value that holds a comma or a quote stands in double quotes.
 */
public final class ClickCsv {

  private static final CsvSchema COMMAS =
      CsvSchema.emptySchema().withColumnSeparator(',').withLineSeparator("\n");

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private ClickCsv() {}

  /** Writes the file anew: the header, and one line for each click. */
  public static void write(Stream<ClickEvent> clicks, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(clicks, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the header and one line for each click, and leaves the stream open. */
  public static void write(Stream<ClickEvent> clicks, OutputStream out) {
    Iterator<ClickEvent> rest = clicks.iterator();
    try (JsonGenerator csv = CSV.createGenerator(out)) {
      csv.setSchema(COMMAS);
      csv.writeStartArray();
      for (Column column : Column.values()) {
        csv.writeString(column.label());
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
   * @throws ClickFileException if there is no such file or the header is another one; the stream
   *     throws it at a malformed line
   */
  public static Stream<ClickEvent> read(Path file) {
    ClickLines lines = ClickLines.open(file);
    try {
      if (lines.next(ClickCsv::checkHeader) == null) {
        throw new ClickFileException(
            "%s is empty. Begin it with the header %s.".formatted(file, Column.header()));
      }
      return lines.clicks(ClickCsv::fromLine);
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private static String checkHeader(String line) {
    if (!line.equals(Column.header())) {
      throw new ClickFileException(
          "the header is \"%s\". Make it %s.".formatted(line, Column.header()));
    }
    return line;
  }

  private static ClickEvent fromLine(String line) {
    List<String> values = values(line);
    Column[] columns = Column.values();
    if (values.size() != columns.length) {
      throw new ClickFileException(
          "the line has %d values, and the header has %d. Give each field one value;"
                  .formatted(values.size(), columns.length)
              + " put a value that holds a comma in double quotes.");
    }
    Map<Column, String> fields = new EnumMap<>(Column.class);
    for (Column column : columns) {
      fields.put(column, values.get(column.ordinal()));
    }
    return Column.clickOf(fields);
  }

  private static void writeRow(ClickEvent click, JsonGenerator csv) throws IOException {
    csv.writeStartArray();
    for (Column column : Column.values()) {
      csv.writeString(column.textOf(click));
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
      throw new ClickFileException(
          "this is not CSV: %s. Close each double quote on its line."
              .formatted(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }
}
