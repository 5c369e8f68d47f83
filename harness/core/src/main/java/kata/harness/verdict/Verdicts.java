package kata.harness.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kata.datasets.Scenario;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.diagnosis.Diagnosis;
import kata.harness.transcript.Transcript;

/** Judges the answers to one lesson, and words what it finds for the learner. */
public final class Verdicts {

  private static final int MOST_ROWS = 3;
  private static final int WIDTH = 100;

  private final Lesson lesson;
  private final Diagnoses diagnoses;

  /** Judges answers to a lesson whose known mistakes are given. */
  public Verdicts(Lesson lesson, Diagnoses diagnoses) {
    this.lesson = lesson;
    this.diagnoses = diagnoses;
  }

  /** Says that the starter is untouched, and where to begin. */
  public Verdict notSolved(Scenario<?> scenario) {
    List<String> lines =
        List.of(
            head("TODO", "not solved yet"),
            "",
            "  " + lesson.task(),
            "",
            "  Open  " + lesson.starterFile(),
            "  Read  " + lesson.page(),
            "  Run   " + lesson.command());
    return new Verdict(
        Verdict.Kind.NOT_SOLVED,
        lesson,
        scenario.name(),
        scenario.events().size(),
        "not solved yet: open " + lesson.starterFile(),
        Optional.empty(),
        "",
        String.join("\n", lines));
  }

  /** Returns the line that a solved lesson earns. */
  public static String green(Lesson lesson, int scenarios) {
    return head(lesson, "GREEN", scenarios == 1 ? "1 scenario" : scenarios + " scenarios");
  }

  /**
   * Judges what an answer emitted on one output.
   *
   * @param output the output for which the table stands; the fingerprint is that of all outputs
   * @param elsewhere the fingerprint of what the answer emits in another scenario of the lesson
   * @return nothing if it is right
   */
  public Optional<Verdict> judge(
      Scenario<?> scenario,
      String output,
      Table table,
      Transcript transcript,
      UnaryOperator<String> elsewhere) {
    Comparison comparison = new Comparison(table, transcript.on(output));
    List<Difference> differences = comparison.differences();
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    String fingerprint = transcript.fingerprint();
    Optional<Diagnosis> known = diagnoses.name(scenario.name(), fingerprint, elsewhere);
    Symptom symptom = Symptom.of(comparison);
    List<String> body = new ArrayList<>(rows(table, differences));
    body.add("");
    body.addAll(
        known
            .map(Verdicts::explanation)
            .orElseGet(() -> lookAt(symptom, transcript.remarks())));
    body.add("");
    Timeline.draw(scenario, table, differences.get(0).key()).forEach(line -> body.add("  " + line));
    String headline = known.map(Diagnosis::headline).orElse(symptom.headline());
    return Optional.of(red(scenario, headline, body, known, fingerprint));
  }

  /** Words what happened to an answer that gave no rows to compare. */
  public Verdict mishap(Scenario<?> scenario, Mishap mishap, UnaryOperator<String> elsewhere) {
    String fingerprint = mishap.fingerprint();
    Optional<Diagnosis> known = diagnoses.name(scenario.name(), fingerprint, elsewhere);
    List<String> body = new ArrayList<>();
    if (!mishap.place().isEmpty()) {
      body.add("  at " + mishap.place());
      body.add("");
    }
    List<String> advice = known.map(Verdicts::explanation).orElseGet(() -> indented(mishap.advice()));
    body.addAll(advice);
    if (!advice.isEmpty()) {
      body.add("");
    }
    return red(scenario, mishap.headline(), body, known, fingerprint);
  }

  private Verdict red(
      Scenario<?> scenario,
      String headline,
      List<String> body,
      Optional<Diagnosis> known,
      String fingerprint) {
    List<String> lines = new ArrayList<>();
    lines.add(head("RED", "scenario: " + scenario.name()));
    lines.add("");
    lines.add("  " + headline);
    lines.add("");
    lines.addAll(body);
    lines.add("  Next: %s, hint %d".formatted(lesson.page(), known.map(Diagnosis::hint).orElse(1)));
    return new Verdict(
        Verdict.Kind.RED,
        lesson,
        scenario.name(),
        scenario.events().size(),
        headline,
        known.map(Diagnosis::name),
        fingerprint,
        String.join("\n", lines));
  }

  private String head(String kind, String what) {
    return head(lesson, kind, what);
  }

  private static String head(Lesson lesson, String kind, String what) {
    return "%-6s%s  %-28s  %s"
        .formatted(kind, lesson.engine() + "/" + lesson.topic(), lesson.name(), what);
  }

  private static List<String> explanation(Diagnosis known) {
    return List.of(
        "  Your result is what comes out when " + known.when(), "  " + known.rule());
  }

  private static List<String> lookAt(Symptom symptom, List<String> remarks) {
    List<String> lines = new ArrayList<>(remarks);
    lines.add(symptom.lookAt());
    return indented(lines.subList(0, Math.min(2, lines.size())));
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line).toList();
  }

  private static List<String> rows(Table table, List<Difference> differences) {
    List<List<String>> cells = new ArrayList<>();
    List<String> header = new ArrayList<>(table.keys());
    header.addAll(List.of("expected", "got"));
    cells.add(header);
    boolean all = differences.size() <= MOST_ROWS;
    List<Difference> shown = all ? differences : differences.subList(0, MOST_ROWS - 1);
    for (Difference difference : shown) {
      List<String> line = new ArrayList<>(difference.key().stream().map(String::valueOf).toList());
      line.add(difference.expectedText());
      line.add(difference.gotText());
      cells.add(line);
    }
    List<String> lines = aligned(cells, table.keys().size());
    if (!all) {
      int more = differences.size() - shown.size();
      lines.add("  ... and %d more rows differ".formatted(more));
    }
    return lines;
  }

  private static List<String> aligned(List<List<String>> cells, int keys) {
    int[] widths = new int[cells.get(0).size()];
    cells.forEach(
        row ->
            Arrays.setAll(
                widths, column -> Math.max(widths[column], row.get(column).length())));
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        String fill = " ".repeat(widths[column] - cell.length());
        line.append("  ").append(column < keys ? cell + fill : fill + cell);
      }
      if (line.length() > WIDTH) {
        line.setLength(WIDTH - 3);
        line.append("...");
      }
      lines.add(line + (lines.isEmpty() ? "" : "   <-"));
    }
    return lines;
  }
}
