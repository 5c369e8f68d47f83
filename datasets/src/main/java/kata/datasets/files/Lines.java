package kata.datasets.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a file line by line, and adds the file and the line number to what is wrong with a line.
 */
final class Lines implements AutoCloseable {

  private final Path file;
  private final BufferedReader reader;
  private int number;

  private Lines(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws EventFileException if there is no such file
   */
  static Lines open(Path file) {
    try {
      // One char per byte: a line is decoded on its own, so that a wrong byte has a line number.
      return new Lines(file, Files.newBufferedReader(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new EventFileException(
          "%s does not exist. Check the path; it was looked up in %s."
              .formatted(file, file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the events of the lines that have not been read yet; closing it closes the file. */
  <T> Stream<T> events(Function<String, T> parser) {
    Spliterator<T> events =
        new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(Consumer<? super T> consumer) {
            T event = next(parser);
            if (event != null) {
              consumer.accept(event);
            }
            return event != null;
          }
        };
    return StreamSupport.stream(events, false).onClose(this::close);
  }

  /** Parses the next line, or returns null at the end of the file. */
  <T> T next(Function<String, T> parser) {
    try {
      String line = reader.readLine();
      number++;
      return line == null ? null : parser.apply(decode(line));
    } catch (EventFileException e) {
      throw new EventFileException("%s, line %d: %s".formatted(file, number, e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decode(String bytes) {
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
      String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
      if (text.isBlank()) {
        throw new EventFileException("the line is empty. Delete it.");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new EventFileException("the line is not UTF-8. Save the file as UTF-8.");
    }
  }
}
