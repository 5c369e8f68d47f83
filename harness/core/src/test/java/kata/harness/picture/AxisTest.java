package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.StoryTime;
import kata.harness.transcript.WindowBounds;
import org.junit.jupiter.api.Test;

class AxisTest {

  private static final double RADIUS = 9;

  private static WindowBounds window(String cell) {
    return WindowBounds.parse(cell).orElseThrow();
  }

  private static Instant at(String time) {
    return StoryTime.parse(time);
  }

  private final Axis axis =
      Axis.of(
          List.of(window("12:00 .. 12:05"), window("12:05 .. 12:10")),
          List.of(at("12:03")),
          List.of(),
          window("12:00 .. 12:05"),
          7);

  @Test
  void a_mark_lies_wholly_inside_the_window_of_its_event() {
    double bound = axis.x(at("12:05"));

    assertThat(axis.inside(at("12:05"), RADIUS)).isGreaterThan(bound + RADIUS);
    assertThat(axis.inside(at("12:04:59.999"), RADIUS)).isLessThan(bound - RADIUS);
    assertThat(axis.inside(at("12:03"), RADIUS)).isEqualTo(axis.x(at("12:03")));
  }

  @Test
  void a_watermark_that_is_short_of_a_bound_is_drawn_short_of_it() {
    double bound = axis.x(at("12:05"));

    assertThat(axis.reached(at("12:04:59.999"))).isLessThan(bound - 3);
    assertThat(axis.reached(at("12:05"))).isEqualTo(bound);
  }

  @Test
  void a_watermark_far_away_does_not_stretch_the_picture_and_lies_visibly_beyond() {
    Axis near =
        Axis.of(
            List.of(window("12:00 .. 12:05")),
            List.of(),
            List.of(at("12:07"), at("12:08")),
            window("12:00 .. 12:05"),
            7);

    assertThat(near.to()).isEqualTo(at("12:07"));
    assertThat(near.reached(at("12:08"))).isGreaterThan(near.x(at("12:07")));
    assertThat(near.reached(at("11:59"))).isLessThan(near.x(at("12:00")));
  }

  @Test
  void what_lies_outside_is_put_on_the_edge() {
    assertThat(axis.x(at("2025-01-01 00:00"))).isEqualTo(axis.x(at("12:10")));
    assertThat(axis.contains(at("12:10:01"))).isFalse();
  }

  @Test
  void one_event_from_the_future_does_not_squeeze_the_windows() {
    Axis future =
        Axis.of(
            List.of(window("12:00 .. 12:05")),
            List.of(at("2025-01-01 00:00")),
            List.of(),
            window("12:00 .. 12:05"),
            7);

    assertThat(future.to()).isEqualTo(at("12:05"));
  }

  @Test
  void of_many_windows_those_around_one_are_shown() {
    List<WindowBounds> windows = new ArrayList<>();
    for (Instant start = at("12:00"); start.isBefore(at("14:00")); start = start.plusSeconds(300)) {
      windows.add(new WindowBounds(start, start.plusSeconds(300)));
    }

    Axis cropped = Axis.of(windows, List.of(), List.of(), window("13:00 .. 13:05"), 7);

    assertThat(cropped.from()).isEqualTo(at("12:50"));
    assertThat(cropped.to()).isEqualTo(at("13:15"));
    assertThat(cropped.bounds()).hasSize(6);
  }

  @Test
  void without_windows_there_are_a_few_ticks() {
    Axis plain = Axis.of(List.of(), List.of(at("12:00:30")), List.of(at("12:06")), null, 7);

    assertThat(plain.bounds()).contains(at("12:01"), at("12:06")).hasSizeLessThan(10);
  }
}
