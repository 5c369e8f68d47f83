package kata.drawn.figures;

import java.util.List;
import java.util.Map;
import kata.datasets.Scenario;
import kata.datasets.scenarios.TumblingScenarios;
import kata.harness.lab.FakeEngine;
import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lesson of a topic whose page has figures. */
public final class Lessons {

  private Lessons() {}

  /** A right answer. */
  public static final class Counted implements FakeEngine.Job {
    @Override
    public Transcript run(Scenario<?> scenario) {
      Row row = new Row(Map.of("page", "all", "views", "" + scenario.events().size()));
      return new Transcript(List.of(new Emission(Emission.END, row)));
    }
  }

  @ExtendWith(LessonExtension.class)
  static final class CountedTest {

    @Test
    void boundary(Lab lab) {
      lab.play(Counted.class, TumblingScenarios.BOUNDARY).shows("at | page | views\nend | all | 3");
    }

    @Test
    void gap(Lab lab) {
      lab.play(Counted.class, TumblingScenarios.GAP).shows("at | page | views\nend | all | 3");
    }
  }
}
