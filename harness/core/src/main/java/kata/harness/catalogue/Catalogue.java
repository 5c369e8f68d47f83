package kata.harness.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All lessons in teaching order.
 *
 * @param lessons never empty, without doubles
 */
public record Catalogue(List<Lesson> lessons) {

  private static final String RESOURCE = "kata/catalogue.json";

  public Catalogue {
    lessons = List.copyOf(lessons);
    Set<String> ids = new HashSet<>();
    for (Lesson lesson : lessons) {
      if (!ids.add(lesson.id())) {
        throw new IllegalArgumentException(
            "%s lists %s twice. Remove one of the two lines.".formatted(RESOURCE, lesson.id()));
      }
    }
  }

  /**
   * Reads the workbook's catalogue from the class path.
   *
   * @throws IllegalStateException if it is missing or malformed; the message says where
   */
  public static Catalogue load() {
    try (InputStream in = Catalogue.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path. Build harness/core.");
      }
      return parse(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @throws IllegalStateException if the text is not a list of lessons; the message says where
   */
  static Catalogue parse(String json) {
    try {
      return new Catalogue(List.of(new ObjectMapper().readValue(json, Lesson[].class)));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalStateException(
          "%s, line %d: %s".formatted(RESOURCE, line, e.getOriginalMessage()), e);
    }
  }

  /** Returns the lessons of one engine in teaching order. */
  public List<Lesson> of(String engine) {
    return lessons.stream().filter(lesson -> lesson.engine().equals(engine)).toList();
  }

  /** Returns the lesson whose starter or reference has this fully qualified name. */
  public Optional<Lesson> byClassName(String className) {
    return lessons.stream().filter(lesson -> lesson.className().equals(className)).findFirst();
  }
}
