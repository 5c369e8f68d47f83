package kata.harness.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kata.datasets.Scenario;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Mishap;
import kata.harness.verdict.Table;
import kata.harness.verdict.VerdictError;
import kata.harness.verdict.Verdicts;

/** A scenario that was played through a learner's class, and the rows that came out. */
public final class Play {

  private final Lab lab;
  private final Class<?> answer;
  private final Scenario<?> scenario;
  private final Transcript transcript;

  Play(Lab lab, Class<?> answer, Scenario<?> scenario, Transcript transcript) {
    this.lab = lab;
    this.answer = answer;
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
   * @throws VerdictError if something else came out; it carries the verdict
   */
  public void shows(String table) {
    shows(Table.parse(table));
  }

  /** Demands exactly these rows; see {@link #shows(String)}. */
  public void shows(Table table) {
    showsOn(Emission.MAIN, table);
  }

  /** Demands exactly these rows on a side output; see {@link #shows(String)}. */
  public void showsOn(String output, String table) {
    showsOn(output, Table.parse(table));
  }

  /** Demands exactly these rows on a side output; see {@link #shows(String)}. */
  public void showsOn(String output, Table table) {
    Verdicts verdicts = lab.verdicts(answer);
    for (Emission emission : transcript.on(output).emissions()) {
      Set<String> columns = emission.row().cells().keySet();
      if (!columns.containsAll(table.columns())) {
        throw new VerdictError(
            verdicts.mishap(scenario, wrongColumns(columns, table), lab.elsewhere(answer)));
      }
    }
    verdicts
        .judge(scenario, output, table, transcript, lab.elsewhere(answer))
        .ifPresent(
            verdict -> {
              throw new VerdictError(verdict);
            });
  }

  private static Mishap wrongColumns(Set<String> columns, Table table) {
    List<String> missing = new ArrayList<>(table.columns());
    missing.removeAll(columns);
    return new Mishap(
        "columns " + columns,
        "Your rows have no column " + String.join(" and no column ", missing) + ".",
        "",
        List.of(
            "They have: %s. The task asks for: %s."
                .formatted(String.join(", ", columns), String.join(", ", table.columns())),
            "Rename or add the columns in the last step of your code."));
  }
}
