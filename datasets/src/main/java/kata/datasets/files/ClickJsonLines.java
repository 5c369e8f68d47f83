package kata.datasets.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;

/**
 * Clicks as JSON Lines: one object a line, UTF-8, each line ended by {@code \n}.
 *
 * <pre>{@code
 * {"event_id":"e1","user_id":"ann","session_id":"ann-1","event_type":"PAGE_VIEW","page":"/home",
 *  "event_time":"2024-03-04T12:04:59.999Z","country":"DE","device":"mobile"}
 * }</pre>
 */
public final class ClickJsonLines {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator("\n")
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private ClickJsonLines() {}

  /** Writes the file anew, with one line for each click. */
  public static void write(Stream<ClickEvent> clicks, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(clicks, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes one line for each click, and leaves the stream open. */
  public static void write(Stream<ClickEvent> clicks, OutputStream out) {
    Iterator<ClickEvent> rest = clicks.iterator();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      boolean any = rest.hasNext();
      while (rest.hasNext()) {
        writeObject(rest.next(), json);
      }
      if (any) {
        json.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the line of one click, without {@code \n}. */
  public static String toLine(ClickEvent click) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      writeObject(click, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /**
   * Reads a file, line by line while the stream is consumed. Close the stream to close the file.
   *
   * @throws ClickFileException if there is no such file; the stream throws it at a malformed line
   */
  public static Stream<ClickEvent> read(Path file) {
    return ClickLines.open(file).clicks(ClickJsonLines::fromLine);
  }

  /**
   * Reads the line of one click.
   *
   * @throws ClickFileException if the line is malformed; the message names neither file nor line
   */
  public static ClickEvent fromLine(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new ClickFileException("a JSON object must stand here. Begin the line with {.");
      }
      ClickEvent click = Column.clickOf(readFields(json));
      if (json.nextToken() != null) {
        throw new ClickFileException("text follows the object. Put one object on each line.");
      }
      return click;
    } catch (JsonEOFException e) {
      throw new ClickFileException("the line ends within the object. Complete it up to its }.");
    } catch (JsonProcessingException e) {
      throw new ClickFileException(
          "this is not JSON: %s at column %d. Correct the line or delete it."
              .formatted(e.getOriginalMessage(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeObject(ClickEvent click, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Column column : Column.values()) {
      json.writeStringField(column.label(), column.textOf(click));
    }
    json.writeEndObject();
  }

  private static Map<Column, String> readFields(JsonParser json) throws IOException {
    Map<Column, String> fields = new EnumMap<>(Column.class);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Column column = Column.labelled(json.currentName());
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        throw new ClickFileException(
            "the field \"%s\" is not a string. Put its value in double quotes."
                .formatted(column.label()));
      }
      fields.put(column, json.getText());
    }
    return fields;
  }
}
