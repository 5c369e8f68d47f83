package kata.harness.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
  private static final String FILE = "harness/core/src/main/resources/" + RESOURCE;

  /**
   * Lists lessons.
   *
   * @throws IllegalStateException if there is none, or if one is listed twice
   */
  public Catalogue {
    lessons = List.copyOf(lessons);
    if (lessons.isEmpty()) {
      throw new IllegalStateException(FILE + " lists no lesson.");
    }
    Set<String> ids = new HashSet<>();
    for (Lesson lesson : lessons) {
      if (!ids.add(lesson.id())) {
        throw new IllegalStateException(
            "%s lists %s twice. Remove one of the two lines.".formatted(FILE, lesson.id()));
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
        throw new IllegalStateException(
            RESOURCE + " is not on the class path. Build harness/core.");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
      Lesson[] lessons = new ObjectMapper().readValue(json, Lesson[].class);
      return new Catalogue(lessons == null ? List.of() : List.of(lessons));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem =
          e.getCause() instanceof IllegalArgumentException refused
              ? refused.getMessage()
              : e.getOriginalMessage();
      throw new IllegalStateException("%s, line %d: %s".formatted(FILE, line, problem), e);
    }
  }

  /** Returns the lessons of one {@link Lesson#module()} in teaching order. */
  public List<Lesson> of(String module) {
    return lessons.stream().filter(lesson -> lesson.module().equals(module)).toList();
  }

  /** Returns the lesson that comes next on the same engine, if there is one. */
  public Optional<Lesson> after(Lesson lesson) {
    return lessons.stream()
        .filter(it -> it.engine().equals(lesson.engine()))
        .dropWhile(it -> !it.equals(lesson))
        .skip(1)
        .findFirst();
  }

  /** Returns the lesson of the same topic and name on another engine, if there is one. */
  public Optional<Lesson> counterpart(Lesson lesson) {
    return lessons.stream()
        .filter(it -> it.topic().equals(lesson.topic()) && it.name().equals(lesson.name()))
        .filter(it -> !it.engine().equals(lesson.engine()))
        .findFirst();
  }

  /** Returns the lesson whose starter or reference has this fully qualified name. */
  public Optional<Lesson> byClassName(String className) {
    return lessons.stream().filter(lesson -> lesson.className().equals(className)).findFirst();
  }
}
