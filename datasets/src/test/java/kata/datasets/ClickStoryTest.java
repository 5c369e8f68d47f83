package kata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClickStoryTest {

  private final ClickStory story = ClickStory.named("boundary", "A view falls on the end.");

  @Test
  void tellsViewsAndWatermarks() {
    Scenario<ClickEvent> scenario =
        story
            .view("12:01", "/home")
            .watermark("12:05")
            .view("12:05", "/deals", "bob")
            .lateView("12:04", "/home")
            .watermark("12:10")
            .done();

    assertThat(scenario)
        .isEqualTo(
            new Scenario<>(
                "boundary",
                "A view falls on the end.",
                List.of(
                    new Scenario.Step<>(
                        List.of(view("e1", "ann", "DE", "12:01", "/home")),
                        StoryTime.parse("12:05")),
                    new Scenario.Step<>(
                        List.of(
                            view("e2", "bob", "CH", "12:05", "/deals"),
                            view("e3", "ann", "DE", "12:04", "/home")),
                        StoryTime.parse("12:10")))));
  }

  @Test
  void namesTheScenarioAndTheStepOfATimeThatIsNone() {
    story.view("12:01", "/home").watermark("12:05");
    String message =
        "Scenario \"boundary\", step 2: \"12:6\" is not a time of a story."
            + " Write it as 12:05, 12:04:59 or 12:04:59.999 (UTC).";

    assertThatThrownBy(() -> story.view("12:6", "/home")).hasMessage(message);
    assertThatThrownBy(() -> story.lateView("12:6", "/home")).hasMessage(message);
    assertThatThrownBy(() -> story.watermark("12:6"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(message);
  }

  @Test
  void refusesALateViewThatIsNotToldAsLate() {
    story.view("12:01", "/home").watermark("12:05");

    assertThatThrownBy(() -> story.view("12:04", "/home"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "Scenario \"boundary\", step 2: event e2 of 12:04 arrives after the watermark 12:05."
                + " If it is meant to be late, say late(...).");
  }

  private static ClickEvent view(String id, String user, String country, String time, String page) {
    return new ClickEvent(
        id, user, user + "-1", EventType.PAGE_VIEW, page, StoryTime.parse(time), country, "mobile");
  }
}
