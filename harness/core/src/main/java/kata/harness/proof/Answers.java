package kata.harness.proof;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Misconception;

/**
 * The answers to a lesson that {@code solutions} keeps beside the reference.
 *
 * @param alternatives right answers, written differently
 * @param misconceptions known wrong answers
 */
record Answers(List<Class<?>> alternatives, List<Class<?>> misconceptions) {

  /**
   * Finds the answers to a lesson by their names.
   *
   * @throws AssertionError if a holder class is missing; the message names the file to write
   */
  static Answers of(Lesson lesson) {
    List<Class<?>> misconceptions = nested(lesson, lesson.misconceptionsClassName());
    for (Class<?> misconception : misconceptions) {
      if (!misconception.isAnnotationPresent(Misconception.class)) {
        throw new AssertionError(
            "%s has no @Misconception, so that nothing could be said of it."
                .formatted(misconception.getName()));
      }
    }
    return new Answers(nested(lesson, lesson.alternativesClassName()), misconceptions);
  }

  private static List<Class<?>> nested(Lesson lesson, String holder) {
    try {
      return Arrays.stream(Class.forName(holder).getDeclaredClasses())
          .filter(nested -> java.lang.reflect.Modifier.isPublic(nested.getModifiers()))
          .sorted(Comparator.comparing(Class::getSimpleName))
          .<Class<?>>map(nested -> nested)
          .toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(
          "%s: the class %s is missing. Write it beside %s."
              .formatted(lesson.id(), holder, lesson.referenceFile()));
    }
  }
}
