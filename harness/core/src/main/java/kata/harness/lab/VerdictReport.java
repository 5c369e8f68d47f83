package kata.harness.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;
import kata.harness.verdict.Verdicts;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints one verdict for each lesson when all tests have run, if the system property {@value
 * #CONSOLE} is true: Maven's own report of a failure is one line, and an IDE shows the verdict with
 * the test.
 */
public final class VerdictReport implements TestExecutionListener {

  /** System property: print verdicts. */
  public static final String CONSOLE = "kata.console";

  private static final Comparator<Verdict> BEST_FIRST =
      Comparator.comparing((Verdict verdict) -> verdict.misconception().isEmpty())
          .thenComparing(Verdict::size)
          .thenComparing(Verdict::scenario);

  private record Result(int green, List<Verdict> red, int other) {}

  private final Map<String, Result> byTestClass = new LinkedHashMap<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.getSource().orElse(null) instanceof MethodSource source && test.isTest()) {
      byTestClass.merge(source.getClassName(), single(result), VerdictReport::sum);
    }
  }

  private static Result single(TestExecutionResult result) {
    if (result.getThrowable().orElse(null) instanceof VerdictError error) {
      return new Result(0, List.of(error.verdict()), 0);
    }
    boolean green = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    return new Result(green ? 1 : 0, List.of(), green ? 0 : 1);
  }

  private static Result sum(Result a, Result b) {
    List<Verdict> red = new ArrayList<>(a.red());
    red.addAll(b.red());
    return new Result(a.green() + b.green(), red, a.other() + b.other());
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (Boolean.getBoolean(CONSOLE)) {
      Catalogue catalogue = Catalogue.load();
      for (Lesson lesson : catalogue.lessons()) {
        Result result = byTestClass.get(lesson.testClassName());
        if (result != null) {
          System.out.println("\n" + text(lesson, result) + "\n");
        }
      }
    }
  }

  private static String text(Lesson lesson, Result result) {
    return result.red().stream()
        .min(BEST_FIRST)
        .map(Verdict::text)
        .orElseGet(() -> Verdicts.green(lesson, result.green()));
  }
}
