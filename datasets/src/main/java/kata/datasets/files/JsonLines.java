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
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Events as JSON Lines: one object a line, UTF-8, each line ended by {@code \n}.
 *
 * <pre>{@code
 * {"event_id":"e1","user_id":"ann","session_id":"ann-1","event_type":"PAGE_VIEW","page":"/home",
 *  "event_time":"2024-03-04T12:04:59.999Z","country":"DE","device":"mobile"}
 * }</pre>
 *
 * @param <T> the event
 */
public final class JsonLines<T> {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator("\n")
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final EventFields<T> fields;

  private JsonLines(EventFields<T> fields) {
    this.fields = fields;
  }

  /** Returns what writes and reads the events that have these fields. */
  public static <T> JsonLines<T> of(EventFields<T> fields) {
    return new JsonLines<>(fields);
  }

  /** Writes the file anew, with one line for each event. */
  public void write(Stream<T> events, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(events, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes one line for each event, and leaves the stream open. */
  public void write(Stream<T> events, OutputStream out) {
    Iterator<T> rest = events.iterator();
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

  /** Returns the line of one event, without {@code \n}. */
  public String toLine(T event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      writeObject(event, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /**
   * Reads a file, line by line while the stream is consumed. Close the stream to close the file.
   *
   * @throws EventFileException if there is no such file; the stream throws it at a malformed line
   */
  public Stream<T> read(Path file) {
    return Lines.open(file).events(this::fromLine);
  }

  /**
   * Reads the line of one event.
   *
   * @throws EventFileException if the line is malformed; the message names neither file nor line
   */
  public T fromLine(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new EventFileException("a JSON object must stand here. Begin the line with {.");
      }
      T event = fields.eventOf(readTexts(json));
      if (json.nextToken() != null) {
        throw new EventFileException("text follows the object. Put one object on each line.");
      }
      return event;
    } catch (JsonEOFException e) {
      throw new EventFileException("the line ends within the object. Complete it up to its }.");
    } catch (JsonProcessingException e) {
      throw new EventFileException(
          "this is not JSON: %s at column %d. Correct the line or delete it."
              .formatted(e.getOriginalMessage(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeObject(T event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Field<T> field : fields.all()) {
      json.writeFieldName(field.name());
      if (field.isNumber()) {
        json.writeNumber(field.textOf(event));
      } else {
        json.writeString(field.textOf(event));
      }
    }
    json.writeEndObject();
  }

  private Map<String, String> readTexts(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Field<T> field = fields.named(json.currentName());
      requireType(field, json.nextToken());
      texts.put(field.name(), json.getText());
    }
    return texts;
  }

  private static void requireType(Field<?> field, JsonToken value) {
    if (field.isNumber() && value != JsonToken.VALUE_NUMBER_INT) {
      throw new EventFileException(
          "the field \"%s\" is not a whole number. Write it as 1299, without quotes."
              .formatted(field.name()));
    }
    if (!field.isNumber() && value != JsonToken.VALUE_STRING) {
      throw new EventFileException(
          "the field \"%s\" is not a string. Put its value in double quotes."
              .formatted(field.name()));
    }
  }
}
