package kata.harness.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kata.datasets.Scenario;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.diagnosis.Diagnosis;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Fingerprint;
import kata.harness.transcript.Transcript;

/** Judges the answers to one lesson, and words what it finds for the learner. */
public final class Verdicts {

  private static final String MARK = "   <-";
  private static final int MOST_ROWS = 3;
  // The first and the last line, and the blank ones between the parts of a verdict.
  private static final int FRAME = 6;
  // The head of the table, one row, and how many more there are.
  private static final int FEWEST_TABLE_LINES = 3;
  private static final int MOST_ADVICE_LINES = 6;
  private static final int LONGEST_HEADLINE = 180;

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
            "  Read  %s, and %s for the calls".formatted(lesson.page(), Lesson.CALLS),
            "  Run   " + lesson.command());
    return new Verdict(
        Verdict.Kind.NOT_SOLVED,
        lesson,
        scenario.name(),
        scenario.events().size(),
        "not solved yet: open " + lesson.starterFile(),
        Optional.empty(),
        "",
        String.join("\n", lines),
        Optional.empty());
  }

  /**
   * Says that a lesson is solved, and what to do with that.
   *
   * @param next the lesson that comes after it, if there is one
   */
  public static String green(Lesson lesson, int scenarios, Optional<Lesson> next) {
    List<String> lines = new ArrayList<>();
    lines.add(head(lesson, "GREEN", scenarios == 1 ? "1 scenario" : scenarios + " scenarios"));
    lines.add("");
    lines.add("  Compare  " + lesson.referenceFile());
    lines.add("  Read     " + lesson.page() + ", Discussion");
    next.ifPresent(it -> lines.add("  Next     " + it.command()));
    return String.join("\n", lines);
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
    boolean onlyInOrder = differences.stream().allMatch(Difference::onlyInOrder);
    String fingerprint = onlyInOrder ? ofOrder(transcript) : transcript.fingerprint();
    Optional<Diagnosis> known =
        known(scenario, fingerprint, elsewhere)
            .filter(it -> onlyInOrder || diagnoses.isConfirmed(it, scenario.name(), elsewhere));
    Symptom symptom = Symptom.of(comparison);
    String headline = known.map(Diagnosis::headline).orElse(symptom.headline());
    List<String> reason =
        wrapped(known.map(Verdicts::reason).orElseGet(() -> lookAt(symptom, transcript.remarks())));
    List<String> picture =
        Timeline.draw(scenario, table, differences.get(0).key()).stream()
            .map(line -> "  " + line)
            .toList();
    int room = Verdict.MAX_LINES - FRAME - Fit.wrap(headline).size() - reason.size();
    if (room - picture.size() < FEWEST_TABLE_LINES) {
      picture = List.of();
    }
    List<String> body = new ArrayList<>(rows(table, differences, room - picture.size()));
    body.add("");
    body.addAll(reason);
    body.add("");
    body.addAll(picture);
    body.add(next(known));
    return Optional.of(red(scenario, output, headline, body, known, fingerprint));
  }

  /**
   * A transcript's own fingerprint is that of the right rows, too, if only their order is wrong.
   */
  private static String ofOrder(Transcript transcript) {
    return Fingerprint.of("order " + transcript.fingerprint());
  }

  /** Words what happened to an answer that gave no rows to compare. */
  public Verdict mishap(Scenario<?> scenario, Mishap mishap, UnaryOperator<String> elsewhere) {
    String fingerprint = mishap.fingerprint();
    Optional<Diagnosis> known = known(scenario, fingerprint, elsewhere);
    List<String> body = new ArrayList<>();
    if (!mishap.place().isEmpty()) {
      body.add("  at " + mishap.place());
      body.add("");
    }
    List<String> reason = wrapped(known.map(Verdicts::reason).orElse(mishap.advice()));
    body.addAll(reason.subList(0, Math.min(MOST_ADVICE_LINES, reason.size())));
    if (!reason.isEmpty()) {
      body.add("");
    }
    String headline = Fit.clip(mishap.headline(), LONGEST_HEADLINE);
    body.add(known.isPresent() ? next(known) : "  Next: " + lesson.starterFile());
    return red(scenario, Emission.MAIN, headline, body, known, fingerprint);
  }

  private Optional<Diagnosis> known(
      Scenario<?> scenario, String fingerprint, UnaryOperator<String> elsewhere) {
    return scenario.isLong()
        ? diagnoses.nameInLong(scenario.name(), fingerprint, elsewhere)
        : diagnoses.name(scenario.name(), fingerprint, elsewhere);
  }

  /**
   * Words what kept a lesson's test from giving a verdict.
   *
   * @param problem what happened and what to do
   */
  public static String noVerdict(Lesson lesson, String problem) {
    List<String> lines = new ArrayList<>(List.of(head(lesson, "ERROR", "no verdict"), ""));
    problem.lines().forEach(line -> lines.addAll(Fit.wrap(line)));
    return String.join("\n", lines.subList(0, Math.min(lines.size(), Verdict.MAX_LINES)));
  }

  private String next(Optional<Diagnosis> known) {
    return "  Next: %s, %s, hint %s"
        .formatted(lesson.page(), lesson.hints(), known.map(Diagnosis::hint).orElse(1));
  }

  private Verdict red(
      Scenario<?> scenario,
      String output,
      String headline,
      List<String> body,
      Optional<Diagnosis> known,
      String fingerprint) {
    List<String> lines = new ArrayList<>();
    String where = output.equals(Emission.MAIN) ? "" : ", output " + output;
    lines.add(head("RED", "scenario: " + scenario.name() + where));
    lines.add("");
    lines.addAll(Fit.wrap(headline));
    lines.add("");
    lines.addAll(body);
    return new Verdict(
        Verdict.Kind.RED,
        lesson,
        scenario.name(),
        scenario.events().size(),
        headline,
        known.map(Diagnosis::name),
        fingerprint,
        String.join("\n", lines),
        Optional.empty());
  }

  private String head(String kind, String what) {
    return head(lesson, kind, what);
  }

  private static String head(Lesson lesson, String kind, String what) {
    return "%-6s%s  %-28s  %s"
        .formatted(kind, lesson.engine() + "/" + lesson.topic(), lesson.name(), what);
  }

  private static List<String> reason(Diagnosis known) {
    return List.of("Your result is what comes out when " + known.when(), known.rule());
  }

  private static List<String> lookAt(Symptom symptom, List<String> remarks) {
    return remarks.isEmpty()
        ? List.of(symptom.lookAt())
        : List.of(remarks.get(0), symptom.lookAt());
  }

  private static List<String> wrapped(List<String> sentences) {
    return sentences.stream().flatMap(sentence -> Fit.wrap(sentence).stream()).toList();
  }

  private static List<String> rows(Table table, List<Difference> differences, int room) {
    int most = Math.min(Math.max(room, FEWEST_TABLE_LINES) - 1, MOST_ROWS);
    boolean all = differences.size() <= most;
    List<Difference> shown = all ? differences : some(differences, most - 1);
    List<List<String>> cells = new ArrayList<>();
    cells.add(cells(table.keys(), "expected", "got"));
    for (Difference difference : shown) {
      cells.add(cells(difference.key(), difference.expectedText(), difference.gotText()));
    }
    List<String> lines = new ArrayList<>();
    for (String line : TextTable.of(cells, Fit.WIDTH - MARK.length()).lines(table.keys().size())) {
      lines.add(lines.isEmpty() ? line : line + MARK);
    }
    if (!all) {
      lines.add("  ... and %s more rows differ".formatted(differences.size() - shown.size()));
    }
    return lines;
  }

  /** Returns the first differences; of several, one has a row of the learner's if there is any. */
  private static List<Difference> some(List<Difference> differences, int most) {
    List<Difference> some = new ArrayList<>(differences.subList(0, most));
    if (most > 1 && some.stream().allMatch(difference -> difference.got().isEmpty())) {
      differences.stream()
          .filter(difference -> !difference.got().isEmpty())
          .findFirst()
          .ifPresent(difference -> some.set(most - 1, difference));
    }
    return some;
  }

  private static List<String> cells(List<String> key, String expected, String got) {
    List<String> cells = new ArrayList<>(key);
    cells.add(expected);
    cells.add(got);
    return cells;
  }
}
