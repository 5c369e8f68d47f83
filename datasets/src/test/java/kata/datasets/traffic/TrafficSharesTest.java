package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import org.junit.jupiter.api.Test;

/** Measures what the settings state. */
class TrafficSharesTest {

  private static final int EVENTS = 200_000;
  private static final TrafficSettings RIGHT_CLOCKS =
      TrafficSettings.defaults().withWrongClocks(WrongClocks.none());

  @Test
  void theStatedSharesArriveOutOfOrderAndLate() {
    assertDisorder(RIGHT_CLOCKS);
    assertDisorder(
        RIGHT_CLOCKS.withDisorder(
            new Disorder(0.3, Duration.ofSeconds(60), 0.05, Duration.ofMinutes(10))));
    assertDisorder(TrafficSettings.smallShop());
  }

  @Test
  void withoutDisorderEverythingArrivesInOrder() {
    Disorder none = Disorder.none();

    assertThat(new ClickTraffic(42, RIGHT_CLOCKS.withDisorder(none)).first(EVENTS))
        .isSortedAccordingTo((a, b) -> a.eventTime().compareTo(b.eventTime()));
  }

  @Test
  void theMeanRateIsKeptOverQuietTimesAndBursts() {
    for (double rate : List.of(0.2, 10.0, 2_000.0)) {
      TrafficSettings settings =
          RIGHT_CLOCKS.withEventsPerSecond(rate).withUsers(100_000).withDisorder(Disorder.none());
      Instant last = last(new ClickTraffic(42, settings).first(EVENTS).iterator()).eventTime();
      double seconds = Duration.between(settings.start(), last).toMillis() / 1_000.0;

      // At 2,000 events per second all of it happens before the first burst.
      double expected = rate == 2_000.0 ? rate / 1.4 : rate;
      assertThat(EVENTS / seconds).isCloseTo(expected, within(expected * 0.02));
    }
  }

  @Test
  void burstsHaveTheStatedNumberOfTimesAsManyEvents() {
    Map<Boolean, Long> inBurst =
        new ClickTraffic(42, RIGHT_CLOCKS)
            .first(EVENTS)
            .collect(
                Collectors.partitioningBy(
                    e -> e.eventTime().getEpochSecond() % 600 >= 540, Collectors.counting()));

    assertThat(inBurst.get(true) / (inBurst.get(false) / 9.0)).isCloseTo(5, within(0.15));
  }

  @Test
  void theStatedShareOfUsersHasAClockThatIsOff() {
    TrafficSettings wrong =
        RIGHT_CLOCKS.withWrongClocks(new WrongClocks(0.2, Duration.ofMinutes(-3)));
    Iterator<ClickEvent> right = new ClickTraffic(42, RIGHT_CLOCKS).arrivals();
    Map<String, Duration> offsets = new HashMap<>();

    for (ClickEvent event : new ClickTraffic(42, wrong).first(EVENTS).toList()) {
      Duration offset = Duration.between(right.next().eventTime(), event.eventTime());
      assertThat(offsets.merge(event.userId(), offset, (before, now) -> now)).isEqualTo(offset);
      assertThat(offset).isIn(Duration.ZERO, Duration.ofMinutes(-3));
    }

    long off = offsets.values().stream().filter(Duration::isNegative).count();
    assertThat((double) off / offsets.size()).isCloseTo(0.2, within(0.02));
  }

  @Test
  void fewPagesGetMostViews() {
    Map<String, Long> views =
        ClickTraffic.ofSeed(42)
            .first(EVENTS)
            .filter(event -> event.eventType() == EventType.PAGE_VIEW)
            .collect(Collectors.groupingBy(ClickEvent::page, Collectors.counting()));
    double all = views.values().stream().mapToLong(Long::longValue).sum();

    assertThat(views.keySet()).containsExactlyInAnyOrderElementsOf(Pages.BY_POPULARITY);
    for (int rank = 1; rank <= 20; rank++) {
      double zipf = 1.0 / (rank + 2) / 2.1907;
      assertThat(views.get(Pages.BY_POPULARITY.get(rank - 1)) / all)
          .as("share of views of the page of rank %d", rank)
          .isCloseTo(zipf, within(0.004));
    }
  }

  private static void assertDisorder(TrafficSettings settings) {
    Disorder stated = settings.disorder();
    Instant newest = Instant.MIN;
    int outOfOrder = 0;
    int late = 0;
    Duration longest = Duration.ZERO;
    for (ClickEvent event : new ClickTraffic(42, settings).first(EVENTS).toList()) {
      if (event.eventTime().isBefore(newest)) {
        Duration behind = Duration.between(event.eventTime(), newest);
        longest = behind.compareTo(longest) > 0 ? behind : longest;
        if (behind.compareTo(stated.bound()) > 0) {
          late++;
        } else {
          outOfOrder++;
        }
      } else {
        newest = event.eventTime();
      }
    }
    assertThat(outOfOrder / (double) EVENTS).isCloseTo(stated.outOfOrderShare(), within(0.006));
    assertThat(late / (double) EVENTS).isCloseTo(stated.lateShare(), within(0.002));
    assertThat(longest)
        .isBetween(
            stated.longestDelay().multipliedBy(9).dividedBy(10),
            stated.longestDelay().plusMinutes(1));
  }

  private static ClickEvent last(Iterator<ClickEvent> events) {
    ClickEvent last = events.next();
    while (events.hasNext()) {
      last = events.next();
    }
    return last;
  }
}
