package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import kata.datasets.ClickEvent;
import kata.datasets.Reading;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/** Generated stories of no topic in particular, in which all engines have to agree. */
public final class TrafficScenarios {

  private static final List<Scenario<ClickEvent>> CLICKS =
      List.of(clicks(1, 0.2), clicks(2, 0.2), clicks(3, 0.03), clicks(4, 0.03));

  private static final List<Scenario<Reading>> READINGS =
      LongStream.rangeClosed(1, 3)
          .mapToObj(
              seed -> ReadingTraffic.scenario("readings-" + seed, "An hour in the cold.", seed, 90))
          .toList();

  private TrafficScenarios() {}

  /**
   * Returns the stories for one kind of event, the same on every call.
   *
   * @param events the simple name of the event's class; there are none for an unknown one
   */
  public static List<? extends Scenario<?>> of(String events) {
    return switch (events) {
      case "ClickEvent" -> CLICKS;
      case "Reading" -> READINGS;
      default -> List.of();
    };
  }

  private static Scenario<ClickEvent> clicks(long seed, double eventsPerSecond) {
    return GeneratedScenario.named("clicks-" + seed, "Some traffic in the shop.")
        .from(
            new ClickTraffic(
                seed, TrafficSettings.smallShop().withEventsPerSecond(eventsPerSecond)))
        .events(120)
        .watermarkEvery(40, Duration.ofSeconds(30))
        .endingOnFull(Duration.ofHours(2))
        .done();
  }
}
