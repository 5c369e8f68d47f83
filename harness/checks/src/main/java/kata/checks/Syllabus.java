package kata.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;

/** Writes the course in teaching order, from the catalogue. */
final class Syllabus {

  /** Where the course is written, from the root of the workbook. */
  static final String FILE = "docs/syllabus.md";

  private Syllabus() {}

  /** Returns the page: a table for each topic, in the order in which the catalogue begins it. */
  static String page(Catalogue catalogue) {
    Map<String, List<Lesson>> topics = new LinkedHashMap<>();
    for (Lesson lesson : catalogue.lessons()) {
      topics.computeIfAbsent(lesson.topic(), topic -> new ArrayList<>()).add(lesson);
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Syllabus

            The course in teaching order. The times are what a newcomer needs for the page, the starter and the
            tests of one lesson. A lesson that both engines have is worth doing on both: the stories and the
            expected rows are the same, except where a line below a table says so.
            """);
    firstPipeline(catalogue)
        .ifPresent(
            topic ->
                page.append(
                    """

                    The lessons from `%s` on are pipelines, which need services; [services.md](services.md) says where
                    they come from.
                    """
                        .formatted(topic)));
    topics.forEach(
        (topic, lessons) -> {
          page.append("\n## [%s](lessons/%s.md)\n\n".formatted(topic, topic));
          page.append("| lesson | you build | minutes |\n|---|---|---|\n");
          lessons.forEach(lesson -> page.append(row(lesson)));
          lessons.forEach(lesson -> page.append(differences(lesson)));
        });
    int minutes = catalogue.lessons().stream().mapToInt(Lesson::minutes).sum();
    return page.append(
            "\n%d lessons, about %d h.\n"
                .formatted(catalogue.lessons().size(), Math.round(minutes / 60.0)))
        .toString();
  }

  private static Optional<String> firstPipeline(Catalogue catalogue) {
    return catalogue.lessons().stream()
        .filter(LessonParts::isPipeline)
        .map(Lesson::topic)
        .findFirst();
  }

  private static String row(Lesson lesson) {
    return "| `-D%s=%s/%s` | %s | %d |\n"
        .formatted(lesson.engine(), lesson.topic(), lesson.name(), lesson.task(), lesson.minutes());
  }

  private static String differences(Lesson lesson) {
    StringBuilder differences = new StringBuilder();
    lesson
        .differs()
        .forEach(
            (scenario, sentence) ->
                differences.append(
                    "\nStory `%s` of `%s`: %s\n".formatted(scenario, lesson.name(), sentence)));
    return differences.toString();
  }
}
