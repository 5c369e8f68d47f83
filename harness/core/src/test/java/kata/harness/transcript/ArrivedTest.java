package kata.harness.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import org.junit.jupiter.api.Test;

class ArrivedTest {

  private static List<String> told(Scenario<ClickEvent> story) {
    return story.steps().stream().map(step -> Arrived.in(story, step)).toList();
  }

  @Test
  void up_to_three_events_are_named() {
    Scenario<ClickEvent> story =
        ArrivalStory.named("story", "Ever more comes.")
            .at("12:00")
            .at("12:01")
            .view("12:01", "/home")
            .heartbeat("12:00")
            .at("12:02")
            .view("12:02", "/home")
            .view("12:02", "/home")
            .view("12:02", "/home")
            .view("12:02", "/home")
            .done();

    assertThat(told(story)).containsExactly("nothing", "12:01 /home, 12:00 heartbeat", "4 events");
  }

  @Test
  void the_partition_is_named_where_there_are_several() {
    Scenario<ClickEvent> story =
        ArrivalStory.named("story", "The second partition speaks.")
            .partitions(2)
            .at("12:01")
            .from(1)
            .view("12:01", "/home")
            .done();

    assertThat(told(story)).containsExactly("p1 12:01 /home");
  }
}
