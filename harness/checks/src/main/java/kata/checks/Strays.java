package kata.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;

/** Finds parts of lessons that no line of the catalogue names. */
final class Strays {

  private static final String CATALOGUE = "harness/core/src/main/resources/kata/catalogue.json";

  private final Workbook workbook;
  private final Catalogue catalogue;
  private final List<String> problems = new ArrayList<>();

  Strays(Workbook workbook, Catalogue catalogue) {
    this.workbook = workbook;
    this.catalogue = catalogue;
  }

  /**
   * Returns one sentence for each stray file.
   *
   * @param strict whether a class that a learner may have added beside the starters counts
   */
  List<String> problems(boolean strict) {
    for (String module : modules()) {
      if (strict) {
        look("exercises/" + module + "/src/main/java", ".java", Lesson::starterFile);
      }
      look("exercises/" + module + "/src/test/java", "Test.java", Lesson::testFile);
      look(
          "exercises/" + module + "/src/test/resources/kata/diagnoses",
          ".json",
          Lesson::diagnosesFile);
      String solutions = "solutions/" + module + "/src/main/java";
      look(solutions, "Misconceptions.java", it -> beside(it, "Misconceptions"));
      look(solutions, "Alternatives.java", it -> beside(it, "Alternatives"));
    }
    look("docs/lessons", ".md", Lesson::page);
    return problems;
  }

  private Set<String> modules() {
    Set<String> modules = new LinkedHashSet<>();
    for (String pom : workbook.files("exercises", "/pom.xml")) {
      modules.add(pom.split("/")[1]);
    }
    modules.remove("shared");
    return modules;
  }

  private static String beside(Lesson lesson, String what) {
    return lesson.referenceFile().replace(".java", what + ".java");
  }

  private void look(String folder, String ending, Function<Lesson, String> listed) {
    Set<String> known = catalogue.lessons().stream().map(listed).collect(Collectors.toSet());
    for (String file : workbook.files(folder, ending)) {
      boolean ofTheWholeModule = file.endsWith("/StartersTest.java");
      if (!known.contains(file) && !ofTheWholeModule) {
        problems.add(
            "%s belongs to no lesson. Add its lesson to %s, or remove it"
                .formatted(file, CATALOGUE));
      }
    }
  }
}
