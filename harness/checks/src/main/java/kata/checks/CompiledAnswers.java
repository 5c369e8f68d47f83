package kata.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Misconception;

/** Counts the answers that {@code solutions} keeps, in its compiled classes. */
final class CompiledAnswers {

  private final Workbook workbook;
  private final Map<String, List<JavaClass>> byModule = new TreeMap<>();

  CompiledAnswers(Workbook workbook) {
    this.workbook = workbook;
  }

  int misconceptions(Lesson lesson) {
    return count(
        lesson, lesson.misconceptionsClassName(), it -> it.isAnnotatedWith(Misconception.class));
  }

  int alternatives(Lesson lesson) {
    return count(lesson, lesson.alternativesClassName(), it -> true);
  }

  private int count(Lesson lesson, String holder, Predicate<JavaClass> wanted) {
    return (int)
        byModule.computeIfAbsent(lesson.module(), this::classes).stream()
            .filter(
                it ->
                    it.getEnclosingClass()
                        .map(outer -> outer.getName().equals(holder))
                        .orElse(false))
            .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(wanted)
            .count();
  }

  private List<JavaClass> classes(String module) {
    Path folder = workbook.root().resolve("solutions/" + module + "/target/classes");
    return Files.exists(folder)
        ? List.copyOf(new ClassFileImporter().importPath(folder))
        : List.of();
  }
}
