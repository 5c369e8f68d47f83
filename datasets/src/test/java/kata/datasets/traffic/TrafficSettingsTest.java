package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TrafficSettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TrafficSettings settings = TrafficSettings.defaults();

  @Test
  void eachSettingCanBeChangedAlone() {
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    Bursts bursts = Bursts.none();
    Disorder disorder = Disorder.none();
    WrongClocks clocks = WrongClocks.none();

    assertThat(
            settings
                .withStart(start)
                .withEventsPerSecond(3)
                .withUsers(400)
                .withThinkTime(SECOND)
                .withBursts(bursts)
                .withDisorder(disorder)
                .withWrongClocks(clocks))
        .isEqualTo(new TrafficSettings(start, 3, 400, SECOND, bursts, disorder, clocks));
  }

  @Test
  void trafficBeginsAtTheStart() {
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    TrafficSettings later =
        settings.withStart(start).withDisorder(Disorder.none()).withWrongClocks(WrongClocks.none());

    assertThat(new ClickTraffic(42, later).arrivals().next().eventTime())
        .isBetween(start, start.plusSeconds(2));
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertRefused(
        () -> settings.withStart(Instant.parse("1969-12-31T23:59:59Z")),
        "start is 1969-12-31T23:59:59Z. Allowed: 1970-01-01T00:00:00Z to 2100-01-01T00:00:00Z.");
    assertRefused(
        () -> settings.withEventsPerSecond(0), "eventsPerSecond is 0.0. Allowed: 0.01 to 50000.0.");
    assertRefused(
        () -> settings.withEventsPerSecond(Double.NaN),
        "eventsPerSecond is NaN. Allowed: 0.01 to 50000.0.");
    assertRefused(() -> settings.withUsers(1), "users is 1. Allowed: 2 to 100000.");
    assertRefused(
        () -> settings.withThinkTime(Duration.ZERO),
        "thinkTime is PT0S. Allowed: PT0.1S to PT10M.");
    assertRefused(
        () -> settings.withThinkTime(null), "thinkTime is null. Allowed: PT0.1S to PT10M.");
  }

  @Test
  void refusesBurstsOutOfRange() {
    assertRefused(
        () -> new Bursts(Duration.ZERO, SECOND, 2),
        "bursts.every is PT0S. Allowed: PT1S to PT24H.");
    assertRefused(
        () -> new Bursts(SECOND, Duration.ofSeconds(2), 2),
        "bursts.length is PT2S. Allowed: PT0S to PT1S.");
    assertRefused(
        () -> new Bursts(SECOND, SECOND, 101), "bursts.factor is 101. Allowed: 1 to 100.");
  }

  @Test
  void refusesDisorderOutOfRange() {
    Duration minute = Duration.ofMinutes(1);
    assertRefused(
        () -> new Disorder(0.41, SECOND, 0, minute),
        "disorder.outOfOrderShare is 0.41. Allowed: 0.0 to 0.4.");
    assertRefused(
        () -> new Disorder(0, Duration.ZERO, 0, minute),
        "disorder.bound is PT0S. Allowed: PT0.001S to PT1H.");
    assertRefused(
        () -> new Disorder(0, SECOND, -0.1, minute),
        "disorder.lateShare is -0.1. Allowed: 0.0 to 0.4.");
    assertRefused(
        () -> new Disorder(0, SECOND, 0, SECOND),
        "disorder.longestDelay is PT1S. Allowed: PT1.001S to PT24H.");
  }

  @Test
  void refusesClocksOutOfRange() {
    assertRefused(
        () -> new WrongClocks(1.1, SECOND), "wrongClocks.share is 1.1. Allowed: 0.0 to 1.0.");
    assertRefused(
        () -> new WrongClocks(0, Duration.ofHours(25)),
        "wrongClocks.offset is PT25H. Allowed: PT-24H to PT24H.");
  }

  @Test
  void refusesFewerUsersThanTheVisitsNeed() {
    assertRefused(
        () -> new ClickTraffic(42, settings.withUsers(399)),
        "users is 399. With 10.0 events per second and a thinkTime of PT20S, 200 visits go on at"
            + " once. Allowed: two users or more for each visit.");
    assertThat(new ClickTraffic(42, settings.withUsers(400)).first(1)).hasSize(1);
  }

  @Test
  void refusesToHoldBackMoreEventsThanFitInMemory() {
    TrafficSettings busy =
        settings
            .withEventsPerSecond(1_000)
            .withUsers(100_000)
            .withBursts(Bursts.none())
            .withDisorder(new Disorder(0, SECOND, 0.4, Duration.ofHours(1)));

    assertRefused(
        () -> new ClickTraffic(42, busy),
        "disorder would hold back 1440000 events at once in a burst. Allowed: 100000 or fewer."
            + " Lower a share, a delay or eventsPerSecond.");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(TrafficException.class).hasMessage(message);
  }
}
