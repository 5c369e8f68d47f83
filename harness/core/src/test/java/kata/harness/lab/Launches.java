package kata.harness.lab;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes in one JUnit session of their own and notes what became of each test. */
final class Launches implements TestExecutionListener {

  private final List<String> said = new ArrayList<>();

  private Launches() {}

  /** Returns {@code test: green}, {@code test: skipped} or {@code test: message}, in order. */
  static List<String> of(
      Map<String, String> parameters, List<TestExecutionListener> listeners, String... classes) {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build();
    Launches launches = new Launches();
    try (LauncherSession session = LauncherFactory.openSession(config)) {
      for (String name : classes) {
        List<TestExecutionListener> all = new ArrayList<>(listeners);
        all.add(launches);
        session
            .getLauncher()
            .execute(
                LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(name))
                    .configurationParameters(parameters)
                    .build(),
                all.toArray(TestExecutionListener[]::new));
      }
    }
    return List.copyOf(launches.said);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    said.add(test.getDisplayName() + ": skipped, " + reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getThrowable().isPresent()) {
      said.add(
          test.getDisplayName()
              + ": "
              + result.getThrowable().map(Throwable::getMessage).orElse("green"));
    }
  }
}
