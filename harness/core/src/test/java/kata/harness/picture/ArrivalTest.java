package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.harness.transcript.Transcript;
import kata.harness.transcript.WindowBounds;
import org.junit.jupiter.api.Test;

class ArrivalTest {

  private static final Scenario<ClickEvent> STORY =
      ClickStory.named("story", "Two users.")
          .view("12:01", "/home", "ann")
          .view("12:06", "/cart", "bob")
          .watermark("12:05")
          .lateView("12:04", "/home")
          .watermark("12:10")
          .done();

  private final List<Arrival> arrivals = Arrival.of(Progress.of(STORY, new Transcript(List.of())));

  @Test
  void an_event_behind_the_watermark_is_late_and_may_be_too_late() {
    WindowBounds first = WindowBounds.parse("12:00 .. 12:05").orElseThrow();
    WindowBounds longer = WindowBounds.parse("12:00 .. 12:10").orElseThrow();

    assertThat(arrivals).extracting(Arrival::late).containsExactly(false, false, true);
    assertThat(arrivals.get(2).tooLateFor(first)).isTrue();
    assertThat(arrivals.get(2).tooLateFor(longer)).isFalse();
  }

  @Test
  void what_identifies_the_rows_names_the_events_too() {
    assertThat(Arrival.shared(arrivals, List.of("window", "page", "user", "views")))
        .containsExactly("page", "user");
    assertThat(arrivals.get(1).name(List.of("page", "user"))).isEqualTo("e2 (12:06, /cart, bob)");
  }

  @Test
  void fields_that_vary_tell_events_apart_and_none_is_told_twice() {
    assertThat(Arrival.telling(arrivals, List.of())).containsExactly("user id", "page");
    assertThat(Arrival.telling(arrivals, List.of("user"))).containsExactly("user", "page");
    assertThat(Arrival.telling(arrivals, List.of("page", "user"))).containsExactly("page", "user");
  }
}
