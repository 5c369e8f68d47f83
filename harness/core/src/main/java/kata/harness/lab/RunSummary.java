package kata.harness.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what came of a run. One lesson is told in full. Of several there is a line for each, and
 * below it what is worth reading now: every verdict that names a mistake, or else the first lesson
 * that is not begun.
 */
final class RunSummary {

  private RunSummary() {}

  /**
   * Returns what to print.
   *
   * @param verdicts in full, one for each lesson, in teaching order
   */
  static String of(List<String> verdicts) {
    if (verdicts.size() <= 1) {
      return String.join("", verdicts);
    }
    List<String> parts = new ArrayList<>();
    parts.add(verdicts.stream().map(RunSummary::head).collect(Collectors.joining("\n")));
    List<String> mistakes =
        verdicts.stream().filter(it -> !it.startsWith("GREEN") && !isTodo(it)).toList();
    parts.addAll(
        mistakes.isEmpty()
            ? verdicts.stream().filter(RunSummary::isTodo).limit(1).toList()
            : mistakes);
    return String.join("\n\n", parts);
  }

  private static boolean isTodo(String verdict) {
    return verdict.startsWith("TODO");
  }

  private static String head(String verdict) {
    return verdict.lines().findFirst().orElse("");
  }
}
