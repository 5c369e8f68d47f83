package kata.flink.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.datasets.VisitCount;
import kata.flink.lab.FlinkEngine;
import kata.flink.lab.StreamJob;
import org.junit.jupiter.api.Test;

/**
 * What docs/lessons/session.md says of Flink, under "A window that is there already". Where this
 * fails, Flink has been mended: take that paragraph out, and let GapByDevice have the story.
 */
class EqualWindowsTest {

  private static final Scenario<ClickEvent> STORY =
      ClickStory.named("equal-windows", "The window of one event is that of three before it.")
          .view("12:00", "/home", "ann")
          .view("12:10", "/home", "ann")
          .view("12:20", "/home", "ann")
          .on("desktop")
          .view("12:00", "/home", "ann")
          .watermark("12:30")
          .done();

  private static List<String> rows(StreamJob<ClickEvent, VisitCount> answer) throws Exception {
    try (FlinkEngine engine = new FlinkEngine()) {
      return engine.play(answer, STORY).emissions().stream()
          .map(it -> String.join(" ", it.row().cells().values()))
          .toList();
    }
  }

  @Test
  void session_windows_forget_what_they_have_counted() throws Exception {
    assertThat(rows(new GapByDevice())).containsExactly("12:00 .. 12:30 ann 1");
  }

  @Test
  void state_of_ones_own_does_not() throws Exception {
    assertThat(rows(new GapByDeviceAlternatives.StateAndTimers()))
        .containsExactly("12:00 .. 12:30 ann 4");
  }
}
