package kata.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;

/**
 * The pipeline that a program was told to run.
 *
 * @param name what it was called
 * @param pipeline the answer
 */
public record NamedPipeline<T>(String name, T pipeline) {

  /**
   * Makes the pipeline that the arguments of a program name.
   *
   * @param arguments one: the id of a lesson, such as {@code flink/topostgres/PageViewTable}, or
   *     the name of a class
   * @param module the lessons that can be named: those of this {@link Lesson#module()} whose answer
   *     is on the class path
   * @throws IllegalArgumentException if there is none of this name, or it is no such pipeline; the
   *     message lists the lessons that exist
   * @throws ReflectiveOperationException if its constructor fails
   */
  public static <T> NamedPipeline<T> of(Class<T> type, String module, String... arguments)
      throws ReflectiveOperationException {
    return of(type, Catalogue.load().of(module), arguments);
  }

  static <T> NamedPipeline<T> of(Class<T> type, List<Lesson> lessons, String... arguments)
      throws ReflectiveOperationException {
    if (arguments.length != 1) {
      throw refused("Name one pipeline, and nothing else, after the jar.", lessons);
    }
    String name = arguments[0];
    String className =
        lessons.stream()
            .filter(lesson -> lesson.id().equals(name))
            .findFirst()
            .map(Lesson::className)
            .orElse(name);
    Class<?> found =
        loaded(className)
            .orElseThrow(() -> refused("There is no pipeline \"%s\".".formatted(name), lessons));
    if (!type.isAssignableFrom(found)) {
      throw refused("%s is no %s.".formatted(className, type.getName()), lessons);
    }
    return new NamedPipeline<>(name, type.cast(made(found)));
  }

  private static Object made(Class<?> found) throws ReflectiveOperationException {
    try {
      return found.getConstructor().newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "%s needs a public constructor without parameters.".formatted(found.getName()), e);
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException(
          "%s cannot be made: %s".formatted(found.getName(), e.getCause()), e.getCause());
    }
  }

  private static Optional<Class<?>> loaded(String className) {
    try {
      return Optional.of(
          Class.forName(className, false, Thread.currentThread().getContextClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException refused(String problem, List<Lesson> lessons) {
    return new IllegalArgumentException(
        lessons.stream()
            .filter(lesson -> loaded(lesson.className()).isPresent())
            .map(lesson -> "%n  %s".formatted(lesson.id()))
            .collect(Collectors.joining("", problem + " There are:", "")));
  }
}
