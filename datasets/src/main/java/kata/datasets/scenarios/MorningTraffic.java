package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.traffic.Bursts;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.TrafficSettings;
import kata.datasets.traffic.WrongClocks;

/** A generated morning in the shop, from eight o'clock on. */
final class MorningTraffic {

  private static final Instant OPENING = StoryTime.parse("08:00");
  private static final Duration BETWEEN_WATERMARKS = Duration.ofMinutes(30);
  private static final Duration BOUND = Duration.ofMinutes(1);

  private MorningTraffic() {}

  /**
   * Returns the same events for the same seed. A watermark comes with the first event after each
   * half hour, and stands a minute before it; the last one closes every window.
   */
  static Scenario<ClickEvent> scenario(String name, String story, long seed, int events) {
    TrafficSettings settings =
        TrafficSettings.defaults()
            .withStart(OPENING)
            .withEventsPerSecond(events / (double) Duration.ofHours(4).toSeconds())
            .withUsers(900)
            .withBursts(new Bursts(Duration.ofMinutes(30), Duration.ofMinutes(3), 3))
            .withDisorder(new Disorder(0.1, BOUND, 0.02, Duration.ofMinutes(20)))
            .withWrongClocks(new WrongClocks(0.01, Duration.ofMinutes(-7)));
    Scenario.Builder<ClickEvent> scenario = Scenario.named(name, story);
    Iterator<ClickEvent> arrivals = new ClickTraffic(seed, settings).arrivals();
    Instant watermark = OPENING.minus(BOUND);
    Instant latest = OPENING;
    for (int i = 0; i < events; i++) {
      ClickEvent click = arrivals.next();
      while (click.eventTime().isAfter(watermark.plus(BETWEEN_WATERMARKS).plus(BOUND))) {
        watermark = watermark.plus(BETWEEN_WATERMARKS);
        scenario.watermark(watermark);
      }
      if (click.eventTime().isBefore(watermark)) {
        scenario.late(click);
      } else {
        scenario.event(click);
      }
      latest = click.eventTime().isAfter(latest) ? click.eventTime() : latest;
    }
    return scenario
        .watermark(latest.plus(Duration.ofMinutes(90)).truncatedTo(ChronoUnit.HOURS))
        .done();
  }
}
