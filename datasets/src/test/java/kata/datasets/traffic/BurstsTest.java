package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurstsTest {

  /** 9 quiet seconds weigh 9, the last second weighs 3: the period has 12 parts. */
  private final Bursts bursts = new Bursts(Duration.ofSeconds(10), Duration.ofSeconds(1), 3);

  @Test
  void stretchesQuietTimesAndPressesBursts() {
    assertThat(bursts.unevenMicros(0)).isZero();
    assertThat(bursts.unevenMicros(5_000_000)).isEqualTo(6_000_000);
    assertThat(bursts.unevenMicros(7_500_000)).isEqualTo(9_000_000);
    assertThat(bursts.unevenMicros(8_750_000)).isEqualTo(9_500_000);
    assertThat(bursts.unevenMicros(10_000_000)).isEqualTo(10_000_000);
    assertThat(bursts.unevenMicros(25_000_000)).isEqualTo(26_000_000);
  }

  @Test
  void withoutBurstsNothingMoves() {
    assertThat(Bursts.none().unevenMicros(123_456_789)).isEqualTo(123_456_789);
  }

  @Test
  void aPeakIsComparedWithTheMean() {
    assertThat(bursts.peak()).isCloseTo(2.5, within(1e-9));
    assertThat(Bursts.none().peak()).isEqualTo(1);
  }
}
