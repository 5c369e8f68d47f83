package kata.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kata.harness.catalogue.Lesson;
import kata.harness.proof.Recordings;

/** Compares what two engines show in one lesson, from what they have recorded. */
final class Parity {

  private static final String RECORDINGS = "solutions/%s/" + Recordings.FOLDER;

  private final Workbook workbook;

  Parity(Workbook workbook) {
    this.workbook = workbook;
  }

  /**
   * Returns where two references differ and the catalogue does not say so, and where it says so and
   * they do not; one sentence each.
   */
  List<String> problems(Lesson one, Lesson other) {
    List<String> problems = new ArrayList<>();
    Map<String, List<String>> first = recording(one, problems);
    Map<String, List<String>> second = recording(other, problems);
    if (!problems.isEmpty()) {
      return problems;
    }
    Map<String, String> stated = new HashMap<>(one.differs());
    stated.putAll(other.differs());
    TreeSet<String> scenarios = new TreeSet<>(first.keySet());
    scenarios.addAll(second.keySet());
    scenarios.addAll(stated.keySet());
    for (String scenario : scenarios) {
      List<String> rows = first.getOrDefault(scenario, List.of());
      List<String> otherRows = second.getOrDefault(scenario, List.of());
      if (rows.equals(otherRows) == stated.containsKey(scenario)) {
        problems.add(
            stated.containsKey(scenario)
                ? "%s and %s show the same in %s. Remove it from \"differs\" in the catalogue"
                    .formatted(one.id(), other.id(), scenario)
                : "%s and %s differ in %s. Make them agree, or state why in \"differs\" in the catalogue:%n%s%n%s"
                    .formatted(
                        one.id(),
                        other.id(),
                        scenario,
                        without(rows, otherRows),
                        without(otherRows, rows)));
      }
    }
    return problems;
  }

  private static List<String> without(List<String> rows, List<String> others) {
    List<String> left = new ArrayList<>(rows);
    others.forEach(left::remove);
    return left;
  }

  private Map<String, List<String>> recording(Lesson lesson, List<String> problems) {
    String folder = RECORDINGS.formatted(lesson.module());
    var file = Recordings.file(workbook.root().resolve(folder), lesson);
    if (!file.toFile().exists()) {
      problems.add(
          "%s has not been recorded in %s. Run: mvn verify".formatted(lesson.id(), folder));
      return Map.of();
    }
    try {
      return Recordings.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
