package kata.renamed.tumbling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Scenario;
import kata.datasets.scenarios.TumblingScenarios;
import kata.fake.tumbling.Lessons.CountTest;
import kata.harness.diagnosis.Misconception;
import kata.harness.lab.FakeEngine;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;

/** A lesson whose known mistakes tell of a scenario that has another name since. */
public final class Lessons {

  private Lessons() {}

  /** A right answer. */
  public static class Counted implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      String views = "" + views(scenario);
      Row row = new Row(new TreeMap<>(Map.of("page", "all", "views", views)));
      return new Transcript(List.of(new Emission(Emission.END, row)));
    }

    int views(Scenario<?> scenario) {
      return scenario.events().size();
    }
  }

  static final class CountedTest extends CountTest {
    CountedTest() {
      super(Counted.class);
    }
  }

  /** Other right answers. */
  public static final class CountedAlternatives {
    public static final class InTheSameWay extends Counted {}

    public static final class OnceMore extends Counted {}
  }

  /** Wrong answers that give the same result in one scenario. */
  public static final class CountedMisconceptions {
    @Misconception(headline = "One too many.", when = "counting starts at one.", rule = "At zero.")
    public static final class FromOne extends Counted {
      @Override
      int views(Scenario<?> scenario) {
        return super.views(scenario) + 1;
      }
    }

    @Misconception(headline = "A boundary is one too many.", when = "it counts.", rule = "Never.")
    public static final class OneAtABoundary extends Counted {
      @Override
      int views(Scenario<?> scenario) {
        return super.views(scenario) + (scenario == TumblingScenarios.BOUNDARY ? 1 : 0);
      }
    }
  }
}
