package kata.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long START = -5 * SECOND;

  @Test
  void oneEventASecondIsDueASecondAfterTheOther() {
    Pace pace = new Pace(1, START);

    assertThat(pace.nanosUntilNext(START)).isZero();
    assertThat(pace.nanosUntilNext(START)).isEqualTo(SECOND);
    assertThat(pace.nanosUntilNext(START + SECOND + 300)).isEqualTo(SECOND - 300);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 999, 10_000, 49_999, 50_000})
  void theRateIsKeptThoughEveryWaitIsTooLong(int perSecond) {
    Pace pace = new Pace(perSecond, START);
    long now = START;
    for (int sent = 0; sent <= 10 * perSecond; sent++) {
      long wait = pace.nanosUntilNext(now);
      now += wait == 0 ? 2_000 : wait + 900_000;
    }

    assertThat((now - START) / (double) SECOND).isCloseTo(10, within(0.001));
  }

  @Test
  void whatWasMissedByASecondOrLessIsMadeUpFor() {
    Pace pace = new Pace(1_000, START);

    assertThat(dueAtOnce(pace, START + SECOND)).isEqualTo(1_001);
  }

  @Test
  void whatWasMissedByMoreIsGivenUp() {
    Pace pace = new Pace(1_000, START);

    assertThat(dueAtOnce(pace, START + 60 * SECOND)).isEqualTo(1_001);
    assertThat(pace.nanosUntilNext(START + 60 * SECOND)).isEqualTo(2 * SECOND / 1_000);
  }

  /** Counts the events that are due at this moment; the first that is not is passed over. */
  private static int dueAtOnce(Pace pace, long now) {
    int due = 0;
    while (pace.nanosUntilNext(now) == 0) {
      due++;
    }
    return due;
  }
}
