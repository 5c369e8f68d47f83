package kata.flink.tumbling;

import static kata.datasets.scenarios.TumblingScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.lessons.tumbling.PageViewsPerWindowLesson;
import org.junit.jupiter.api.Test;

/** Runs {@link PageViewsPerWindowLesson} on Flink. Make {@link PageViewsPerWindow} pass it. */
class PageViewsPerWindowTest implements PageViewsPerWindowLesson {

  @Override
  public Class<?> lesson() {
    return PageViewsPerWindow.class;
  }

  @Test
  void a_job_that_fails_goes_on_from_its_checkpoint(Lab lab) {
    lab.play(lesson(), TRAFFIC).survivesFailure();
  }
}
