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
import kata.datasets.ClickEvent;

/**
 * Reads a file line by line, and adds the file and the line number to what is wrong with a line.
 */
final class ClickLines implements AutoCloseable {

  private final Path file;
  private final BufferedReader reader;
  private int number;

  private ClickLines(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws ClickFileException if there is no such file
   */
  static ClickLines open(Path file) {
    try {
      // One char per byte: a line is decoded on its own, so that a wrong byte has a line number.
      return new ClickLines(file, Files.newBufferedReader(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new ClickFileException(
          "%s does not exist. Check the path; it was looked up in %s."
              .formatted(file, file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the clicks of the lines that have not been read yet; closing it closes the file. */
  Stream<ClickEvent> clicks(Function<String, ClickEvent> parser) {
    Spliterator<ClickEvent> clicks =
        new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(Consumer<? super ClickEvent> consumer) {
            ClickEvent click = next(parser);
            if (click != null) {
              consumer.accept(click);
            }
            return click != null;
          }
        };
    return StreamSupport.stream(clicks, false).onClose(this::close);
  }

  /** Parses the next line, or returns null at the end of the file. */
  <T> T next(Function<String, T> parser) {
    try {
      String line = reader.readLine();
      number++;
      return line == null ? null : parser.apply(decode(line));
    } catch (ClickFileException e) {
      throw new ClickFileException("%s, line %d: %s".formatted(file, number, e.getMessage()));
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
        throw new ClickFileException("the line is empty. Delete it.");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new ClickFileException("the line is not UTF-8. Save the file as UTF-8.");
    }
  }
}
