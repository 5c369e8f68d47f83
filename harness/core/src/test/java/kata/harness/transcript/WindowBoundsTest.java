package kata.harness.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowBoundsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:00 .. 12:05",
        "23:55 .. 2024-03-05 00:00",
        "1970-01-01 00:00 .. 1970-01-01 00:05",
        "+56143-11-20 00:00 .. +56143-11-20 00:05"
      })
  void what_a_row_shows_is_read_back(String cell) {
    WindowBounds window = WindowBounds.parse(cell).orElseThrow();

    Row row = Row.of(Map.of("windowStart", window.start(), "windowEnd", window.end()));
    assertThat(row.cells()).containsExactly(Map.entry("window", cell));
    assertThat(window.length()).isEqualTo(Duration.ofMinutes(5));
    assertThat(WindowBounds.of(row)).contains(window);
  }

  @Test
  void bounds_are_moments_of_the_story_in_utc() {
    assertThat(WindowBounds.parse("12:00 .. 12:05"))
        .contains(
            new WindowBounds(
                Instant.parse("2024-03-04T12:00:00Z"), Instant.parse("2024-03-04T12:05:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/home", "12:00", "null .. null", "12:00 .. soon", "12:00..12:05", " .. "})
  void another_cell_is_no_window(String cell) {
    assertThat(WindowBounds.parse(cell)).isEmpty();
    assertThat(WindowBounds.of(new Row(Map.of("page", cell)))).isEmpty();
  }
}
