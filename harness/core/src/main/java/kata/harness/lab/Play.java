package kata.harness.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import kata.datasets.Scenario;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.StateMistake;
import kata.harness.picture.Picture;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Mishap;
import kata.harness.verdict.Table;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;

/** A scenario that was played through a learner's class, and the rows that came out. */
public final class Play {

  private final Lab lab;
  private final Class<?> answer;
  private final String report;
  private final Scenario<?> scenario;
  private final Transcript transcript;

  Play(Lab lab, Class<?> answer, String report, Scenario<?> scenario, Transcript transcript) {
    this.lab = lab;
    this.answer = answer;
    this.report = report;
    this.scenario = scenario;
    this.transcript = transcript;
  }

  /** Returns what came out, in order. */
  public Transcript transcript() {
    return transcript;
  }

  /**
   * Demands exactly these rows, each at its watermark and no other row at all.
   *
   * @param table the expected rows, as {@link Table#parse} reads them
   * @return this play, for further demands
   * @throws VerdictError if something else came out; it carries the verdict
   */
  public Play shows(String table) {
    return shows(Table.parse(table));
  }

  /** Demands exactly these rows; see {@link #shows(String)}. */
  public Play shows(Table table) {
    return showsOn(report, table);
  }

  /** Demands exactly these rows on a side output; see {@link #shows(String)}. */
  public Play showsOn(String output, String table) {
    return showsOn(output, Table.parse(table));
  }

  /** Demands exactly these rows on a side output; see {@link #shows(String)}. */
  public Play showsOn(String output, Table table) {
    Transcript got = transcript.on(output);
    for (Emission emission : got.emissions()) {
      Set<String> columns = emission.row().cells().keySet();
      if (!columns.containsAll(table.columns())) {
        throw lab.mishap(
            answer, report, scenario, wrongColumns(columns, table, lab.lesson(answer)));
      }
    }
    Optional<Verdict> verdict =
        lab.verdicts(answer)
            .judge(scenario, output, table, transcript, lab.elsewhere(answer, report));
    String headline = verdict.map(Verdict::headline).orElse("");
    Supplier<String> picture = () -> Picture.draw(scenario, output, table, transcript, headline);
    if (verdict.isPresent()) {
      throw lab.red(verdict.get(), output, picture);
    }
    lab.green(answer, scenario, output, picture);
    return this;
  }

  /**
   * Demands that the job never keeps more than this in its state. The scenario is played once more
   * to measure it.
   *
   * @param most what an operator may hold at once, over all its keys and windows: bytes on Flink,
   *     rows on Spark
   * @throws VerdictError if it holds more; it carries the verdict
   */
  public void holdsAtMost(long most) {
    StateUse use = lab.stateUse(answer, scenario);
    if (use.peak() > most) {
      throw state(
          StateMistake.PEAK,
          "The rows are right, but your job held %,d %s of state at once.",
          use.peak(),
          use.unit(),
          "This story needs less than that: keep the answer so far, not the events.");
    }
  }

  /**
   * Demands that the job's state is empty when the scenario's last watermark has passed, and when
   * the input has ended. The scenario is played once more to measure it.
   *
   * @return this play, for further demands
   * @throws VerdictError if something is left; it carries the verdict
   */
  public Play leavesNothing() {
    StateUse use = lab.stateUse(answer, scenario);
    if (use.left() > 0) {
      throw state(
          StateMistake.LEFT,
          "The rows are right, but your job still held %,d %s of state when its story was over.",
          use.left(),
          use.unit(),
          "State stays, key by key, until you clear it: do that as soon as nobody needs it.");
    }
    return this;
  }

  /**
   * Demands the same rows of a job that fails in the middle and goes back to its checkpoint. The
   * scenario is played once more; see {@link Engine#playWithFailure}.
   *
   * @throws VerdictError if other rows come out; it carries the verdict
   */
  public void survivesFailure() {
    Transcript second = lab.afterFailure(answer, scenario);
    if (!second.fingerprint().equals(transcript.fingerprint())) {
      List<String> advice = new ArrayList<>();
      firstOf(second, transcript).ifPresent(row -> advice.add("Then came, and should not: " + row));
      firstOf(transcript, second).ifPresent(row -> advice.add("Then did not come: " + row));
      advice.add(
          "A checkpoint holds what is in the job's state. Fields, also static ones, are not in"
              + " it.");
      throw state(
          StateMistake.LOST,
          "The rows are right, but not when the job has failed and gone back to its checkpoint.",
          advice);
    }
  }

  /** Returns the first row of a transcript that another one lacks. */
  private static Optional<String> firstOf(Transcript transcript, Transcript other) {
    List<Emission> left = new ArrayList<>(transcript.emissions());
    other.emissions().forEach(left::remove);
    return left.stream()
        .findFirst()
        .map(it -> "%s at %s.".formatted(String.join(", ", it.row().cells().values()), it.at()));
  }

  private VerdictError state(
      StateMistake mistake, String headline, long held, String unit, String advice) {
    return state(
        mistake,
        String.format(Locale.ROOT, headline, held, held == 1 ? unit : unit + "s"),
        List.of(advice));
  }

  private VerdictError state(StateMistake mistake, String headline, List<String> advice) {
    return lab.mishap(answer, report, scenario, new Mishap(mistake.kind(), headline, "", advice));
  }

  private static Mishap wrongColumns(Set<String> columns, Table table, Lesson lesson) {
    List<String> had = ColumnNames.inCode(columns, lesson);
    List<String> asked = ColumnNames.inCode(table.columns(), lesson);
    List<String> missing = new ArrayList<>(asked);
    missing.removeAll(had);
    return new Mishap(
        "columns " + new TreeSet<>(columns),
        "Your rows have no column " + String.join(" and no column ", missing) + ".",
        "",
        List.of(
            "They have: %s. The task asks for: %s."
                .formatted(String.join(", ", had), String.join(", ", asked)),
            "Rename or add the columns in the last step of your code."));
  }
}
