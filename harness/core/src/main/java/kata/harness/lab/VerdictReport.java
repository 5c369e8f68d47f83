package kata.harness.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.picture.Gallery;
import kata.harness.picture.Index;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;
import kata.harness.verdict.Verdicts;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.TestAbortedException;

/**
 * Prints what came of each lesson when all tests have run, if the system property {@value #CONSOLE}
 * is true: Maven's own report of a failure is one line, and an IDE shows the verdict with the test.
 */
public final class VerdictReport implements TestExecutionListener {

  /** System property: print verdicts. */
  public static final String CONSOLE = "kata.console";

  /**
   * What the tests of one lesson said.
   *
   * @param problems what failed without a verdict
   */
  private record Result(int green, List<Verdict> red, List<Throwable> problems) {}

  private final Map<String, Result> byTestClass = new LinkedHashMap<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    TestSource source = test.getSource().orElse(null);
    if (source instanceof MethodSource method && test.isTest()) {
      byTestClass.merge(method.getClassName(), single(result), VerdictReport::sum);
    } else if (source instanceof ClassSource all && result.getThrowable().isPresent()) {
      byTestClass.merge(all.getClassName(), single(result), VerdictReport::sum);
    }
  }

  private static Result single(TestExecutionResult result) {
    Throwable thrown = result.getThrowable().orElse(null);
    if (thrown instanceof TestAbortedException && thrown.getCause() instanceof VerdictError same) {
      return single(TestExecutionResult.failed(same));
    }
    if (thrown instanceof VerdictError error) {
      return new Result(0, List.of(error.verdict()), List.of());
    }
    return thrown == null
        ? new Result(1, List.of(), List.of())
        : new Result(0, List.of(), List.of(thrown));
  }

  private static Result sum(Result a, Result b) {
    return new Result(
        a.green() + b.green(), concat(a.red(), b.red()), concat(a.problems(), b.problems()));
  }

  private static <T> List<T> concat(List<T> a, List<T> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    Catalogue catalogue = Catalogue.load();
    if (Boolean.getBoolean(CONSOLE)) {
      System.out.println("\n" + RunSummary.of(verdicts(catalogue)) + "\n");
    }
    try {
      index(catalogue, Gallery.of(plan.getConfigurationParameters()::get));
    } catch (IllegalArgumentException e) {
      // A wish that cannot be fulfilled was reported by the lessons themselves.
    }
  }

  /** Writes a page for each module whose lessons were run. */
  void index(Catalogue catalogue, Gallery gallery) {
    Map<String, List<Index.Said>> byModule = new LinkedHashMap<>();
    for (Lesson lesson : catalogue.lessons()) {
      Result result = byTestClass.get(lesson.testClassName());
      if (result != null) {
        byModule
            .computeIfAbsent(lesson.module(), module -> new ArrayList<>())
            .add(new Index.Said(lesson, text(catalogue, lesson, result), bestFirst(result.red())));
      }
    }
    byModule.values().forEach(gallery::index);
  }

  /** Returns one verdict for each lesson that was run, in the order of the catalogue. */
  List<String> verdicts(Catalogue catalogue) {
    return catalogue.lessons().stream()
        .filter(lesson -> byTestClass.containsKey(lesson.testClassName()))
        .map(lesson -> text(catalogue, lesson, byTestClass.get(lesson.testClassName())))
        .toList();
  }

  private static String text(Catalogue catalogue, Lesson lesson, Result result) {
    if (!result.red().isEmpty()) {
      return bestFirst(result.red()).get(0).text();
    }
    return result.problems().isEmpty()
        ? Verdicts.green(lesson, result.green(), catalogue.after(lesson))
        : Verdicts.noVerdict(lesson, text(result.problems().get(0)));
  }

  /**
   * Sorts the verdicts of one lesson, that which explains best first: one that names the mistake,
   * of a small scenario. A name that explains less than half of what is red may be a coincidence,
   * and comes last.
   */
  static List<Verdict> bestFirst(List<Verdict> red) {
    Map<String, Long> named =
        red.stream()
            .flatMap(verdict -> verdict.misconception().stream())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    return red.stream()
        .sorted(
            Comparator.comparing((Verdict verdict) -> doubt(verdict, named, red.size()))
                .thenComparing(Verdict::size)
                .thenComparing(Verdict::scenario))
        .toList();
  }

  private static int doubt(Verdict verdict, Map<String, Long> named, int red) {
    return verdict.misconception().map(name -> 2 * named.get(name) >= red ? 0 : 2).orElse(1);
  }

  private static String text(Throwable problem) {
    return problem instanceof LabException ? problem.getMessage() : problem.toString();
  }
}
