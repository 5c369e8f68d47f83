package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithinMinuteTest {

  private final List<Integer> plays = new ArrayList<>();
  private Instant now = Instant.parse("2024-03-04T12:04:58Z");

  private int play(Duration takes) throws Exception {
    return new WithinMinute(() -> now)
        .play(
            () -> {
              now = now.plus(takes);
              plays.add(plays.size() + 1);
              return plays.size();
            });
  }

  @Test
  void a_play_that_ends_in_its_minute_is_played_once() throws Exception {
    assertThat(play(Duration.ofMillis(1_999))).isEqualTo(1);
  }

  @Test
  void a_play_in_which_a_minute_ends_is_played_again() throws Exception {
    assertThat(play(Duration.ofSeconds(2))).isEqualTo(2);
  }

  @Test
  void a_play_that_fits_into_no_minute_is_played_three_times() throws Exception {
    assertThat(play(Duration.ofMinutes(1))).isEqualTo(3);
  }
}
