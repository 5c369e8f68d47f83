package kata.fake.tumbling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Scenario;
import kata.datasets.scenarios.TumblingScenarios;
import kata.harness.diagnosis.Misconception;
import kata.harness.lab.FakeEngine;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.NotSolvedYet;
import kata.harness.verdict.Table;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lessons in which the events of a scenario are counted, in each state in which a lesson can be.
 */
public final class Lessons {

  private Lessons() {}

  private static Transcript count(Scenario<?> scenario, int more) {
    String count = "" + (scenario.events().size() + more);
    Row row = new Row(new TreeMap<>(Map.of("page", "all", "views", count)));
    return new Transcript(List.of(new Emission(Emission.END, row)));
  }

  /** Plays two scenarios. */
  @ExtendWith(LessonExtension.class)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  public abstract static class CountTest {

    private final Class<?> lesson;

    protected CountTest(Class<?> lesson) {
      this.lesson = lesson;
    }

    @Test
    void a_gap(Lab lab) {
      judge(lab, TumblingScenarios.GAP);
    }

    @Test
    void boundary(Lab lab) {
      judge(lab, TumblingScenarios.BOUNDARY);
    }

    final void judge(Lab lab, Scenario<?> scenario) {
      String rows = "end | all | " + scenario.events().size();
      lab.play(lesson, scenario).shows(Table.parse("at | page | views\n" + rows));
    }
  }

  /** A starter. */
  public static final class Untouched implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      throw new NotSolvedYet();
    }
  }

  static final class UntouchedTest extends CountTest {
    UntouchedTest() {
      super(Untouched.class);
    }
  }

  /** No other right answer. */
  public static final class UntouchedAlternatives {}

  /** No wrong answer. */
  public static final class UntouchedMisconceptions {}

  /** A right answer. */
  public static final class Solved implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      return count(scenario, 0);
    }
  }

  static final class SolvedTest extends CountTest {
    SolvedTest() {
      super(Solved.class);
    }
  }

  /** Other right answers. */
  public static final class SolvedAlternatives {
    public static final class InTheSameWay implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, 0);
      }
    }

    public static final class OneByOne implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, 0);
      }
    }
  }

  /** Wrong answers. */
  public static final class SolvedMisconceptions {
    @Misconception(headline = "One too many.", when = "counting starts at one.", rule = "At zero.")
    public static final class FromOne implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, 1);
      }
    }

    @Misconception(headline = "A boundary is one too many.", when = "it counts.", rule = "Never.")
    public static final class OneAtABoundary implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, scenario == TumblingScenarios.BOUNDARY ? 1 : 0);
      }
    }

    @Misconception(headline = "A gap is two too many.", when = "it counts.", rule = "Never.")
    public static final class TwoInAGap implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, scenario == TumblingScenarios.GAP ? 2 : 0);
      }
    }

    @Misconception(headline = "It threw.", when = "nothing is counted.", rule = "Count.", hint = 2)
    public static final class Throws implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        throw new UnsupportedOperationException();
      }
    }
  }

  /** An answer that makes a known mistake in one scenario and an unknown one in the other. */
  public static final class TwoInAGapThreeElsewhere implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      return count(scenario, scenario == TumblingScenarios.GAP ? 2 : 3);
    }
  }

  static final class LongTest extends CountTest {
    LongTest() {
      super(Solved.class);
    }

    @Test
    void traffic(Lab lab) {
      judge(lab, TumblingScenarios.TRAFFIC);
    }
  }

  static final class TwiceTest extends CountTest {
    TwiceTest() {
      super(Solved.class);
    }

    @Test
    void boundary_looked_at_again(Lab lab) {
      judge(lab, TumblingScenarios.BOUNDARY);
    }
  }

  /** An answer that is wrong in a long scenario only. */
  public static final class Overcrowded implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      return count(scenario, scenario.isLong() ? 1 : 0);
    }
  }

  /** An answer that is right in one scenario only. */
  public static final class Begun implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      return count(scenario, scenario == TumblingScenarios.GAP ? 1 : 0);
    }
  }

  static final class BegunTest extends CountTest {
    BegunTest() {
      super(Begun.class);
    }
  }

  /** One other right answer, which is not enough, and one that is wrong. */
  public static final class BegunAlternatives {
    public static final class Wrong implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, 5);
      }
    }
  }

  /** Wrong answers, of which one is right, and two cannot be told apart. */
  public static final class BegunMisconceptions {
    @Misconception(headline = "Right.", when = "it is right.", rule = "Be wrong.")
    public static final class Right implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, 0);
      }
    }

    @Misconception(headline = "First.", when = "two.", rule = "Two.")
    public static final class TwoMore implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return count(scenario, 2);
      }
    }

    @Misconception(headline = "Second.", when = "two again.", rule = "Two.")
    public static final class TwoMoreAgain implements FakeEngine.Job {
      @Override
      public Transcript run(Scenario<?> scenario) {
        return new Transcript(new ArrayList<>(count(scenario, 2).emissions()));
      }
    }
  }
}
