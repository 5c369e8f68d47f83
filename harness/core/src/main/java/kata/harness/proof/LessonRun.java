package kata.harness.proof;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kata.harness.catalogue.Lesson;
import kata.harness.lab.Engine;
import kata.harness.lab.LessonExtension;
import kata.harness.picture.Gallery;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a lesson's test said of one answer.
 *
 * @param green how many scenarios were right
 * @param skipped how many scenarios were not tried
 * @param verdicts one for each scenario that was not right
 * @param broken what failed without a verdict
 */
record LessonRun(int green, int skipped, List<Verdict> verdicts, List<Throwable> broken) {

  /** Runs lessons in one JUnit session, so that they share one engine. */
  static final class Runner implements AutoCloseable {

    static final Map<String, String> NO_PICTURES = Map.of(Gallery.WISH, "none");

    private final LauncherSession session =
        LauncherFactory.openSession(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build());

    private final Map<String, String> always;

    /** Prepares to run lessons on the engine of this class path. */
    Runner() {
      always = Map.of();
    }

    /**
     * Prepares to run lessons on an engine, which is closed with the session, each time with these
     * configuration parameters of JUnit.
     */
    Runner(Engine engine, Map<String, String> always) {
      LessonExtension.playOn(session, engine);
      this.always = Map.copyOf(always);
    }

    /** Runs a lesson's test on the class of its name: the starter or the reference. */
    LessonRun run(Lesson lesson) {
      return run(lesson, NO_PICTURES);
    }

    /** Runs a lesson's test on another answer. */
    LessonRun run(Lesson lesson, Class<?> answer) {
      return run(lesson, playing(answer));
    }

    /** Runs a lesson's test on a wrong answer; plays long stories only if no other refutes it. */
    LessonRun refute(Lesson lesson, Class<?> answer) {
      LessonRun run = run(lesson, playing(answer, LessonExtension.SHORT));
      return run.isRed() ? run : run(lesson, answer);
    }

    /**
     * Runs a lesson's test on a wrong answer in one scenario, until the first test is red. No other
     * scenario is played, and so the verdict may name no mistake, or another that gives the same
     * result.
     */
    LessonRun refuteIn(Lesson lesson, Class<?> answer, String scenario) {
      Map<String, String> parameters = playing(answer, scenario);
      parameters.put(LessonExtension.ALONE, "true");
      return run(lesson, parameters, new Collector(true));
    }

    private static Map<String, String> playing(Class<?> answer) {
      Map<String, String> parameters = new TreeMap<>(NO_PICTURES);
      parameters.put(LessonExtension.ANSWER, answer.getName());
      return parameters;
    }

    private static Map<String, String> playing(Class<?> answer, String stories) {
      Map<String, String> parameters = playing(answer);
      parameters.put(LessonExtension.STORIES, stories);
      return parameters;
    }

    /** Runs a lesson's test with configuration parameters of JUnit. */
    LessonRun run(Lesson lesson, Map<String, String> parameters) {
      return run(lesson, parameters, new Collector(false));
    }

    private LessonRun run(Lesson lesson, Map<String, String> parameters, Collector collector) {
      LauncherDiscoveryRequest tests =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(lesson.testClassName()))
              .configurationParameters(always)
              .configurationParameters(parameters)
              .build();
      session
          .getLauncher()
          .execute(
              LauncherExecutionRequestBuilder.request(tests)
                  .listeners(collector)
                  .cancellationToken(collector.enough)
                  .build());
      return new LessonRun(
          collector.green, collector.skipped, collector.verdicts, collector.broken);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  int scenarios() {
    return green + skipped + verdicts.size();
  }

  boolean isGreen() {
    return green > 0 && skipped == 0 && verdicts.isEmpty() && broken.isEmpty();
  }

  boolean isRed() {
    return broken.isEmpty()
        && verdicts.stream().anyMatch(verdict -> verdict.kind() == Verdict.Kind.RED);
  }

  boolean isNotSolved() {
    return green == 0
        && broken.isEmpty()
        && !verdicts.isEmpty()
        && verdicts.stream().allMatch(verdict -> verdict.kind() == Verdict.Kind.NOT_SOLVED);
  }

  /** Returns the fingerprint of each wrong result, by scenario. */
  Map<String, String> fingerprints() {
    return verdicts.stream()
        .collect(
            Collectors.toMap(Verdict::scenario, Verdict::fingerprint, (a, b) -> a, TreeMap::new));
  }

  /** Returns everything that was said, for a failure message. */
  String said() {
    List<String> said = new ArrayList<>();
    verdicts.forEach(verdict -> said.add(verdict.text()));
    broken.forEach(thrown -> said.add(thrown.toString()));
    return "%d green, %d skipped%n%s".formatted(green, skipped, String.join("\n\n", said));
  }

  private static final class Collector implements TestExecutionListener {

    private final CancellationToken enough = CancellationToken.create();
    private final boolean untilRed;
    private int green;
    private int skipped;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();

    Collector(boolean untilRed) {
      this.untilRed = untilRed;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped += test.isTest() ? 1 : 0;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      Throwable thrown = result.getThrowable().orElse(null);
      if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
        skipped++;
      } else if (thrown instanceof VerdictError error) {
        verdicts.add(error.verdict());
        if (untilRed) {
          enough.cancel();
        }
      } else if (thrown != null) {
        broken.add(thrown);
      } else if (test.isTest()) {
        green++;
      }
    }
  }
}
