package kata.spark.session;

import static org.assertj.core.api.Assertions.assertThat;

import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.spark.lab.SparkEngine;
import org.junit.jupiter.api.Test;

/** What docs/lessons/session.md says of Spark, under "A window that is there already". */
class EqualWindowsTest {

  private static final Scenario<ClickEvent> STORY =
      ClickStory.named("equal-windows", "The window of one event is that of three before it.")
          .view("12:00", "/home", "ann")
          .view("12:10", "/home", "ann")
          .view("12:20", "/home", "ann")
          .watermark("11:50")
          .on("desktop")
          .view("12:00", "/home", "ann")
          .watermark("12:30")
          .done();

  @Test
  void all_events_are_counted() throws Exception {
    try (SparkEngine engine = new SparkEngine()) {
      assertThat(engine.play(new GapByDevice(), STORY).emissions())
          .extracting(it -> String.join(" ", it.row().cells().values()))
          .containsExactly("12:00 .. 12:30 ann 4");
    }
  }
}
