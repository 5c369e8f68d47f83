package kata.datasets.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.function.Predicate;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/**
 * Makes a {@link Scenario} of generated traffic, for lessons that need a few hundred events.
 *
 * <pre>{@code
 * GeneratedScenario.named("busy-hour", "An ordinary half hour in the shop.")
 *     .from(new ClickTraffic(42, TrafficSettings.smallShop()))
 *     .only(click -> click.eventType() == EventType.PAGE_VIEW)
 *     .events(200)
 *     .watermarkEvery(20, Duration.ofSeconds(30))
 *     .endingOnFull(Duration.ofHours(1))
 *     .done();
 * }</pre>
 *
 * What is not said is as in this example, but without {@code only} and with 300 events.
 */
public final class GeneratedScenario {

  /** A filter that lets fewer through than one in this many is taken for a mistake. */
  private static final int MOST_SKIPPED = 10_000;

  private final String name;
  private final String story;
  private ClickTraffic traffic = new ClickTraffic(42, TrafficSettings.smallShop());
  private ChronoUnit precision = ChronoUnit.MILLIS;
  private Predicate<ClickEvent> filter = click -> true;
  private int events = 300;
  private int arrivalsPerWatermark = 20;
  private Duration bound = Duration.ofSeconds(30);
  private Duration full = Duration.ofHours(1);

  private GeneratedScenario(String name, String story) {
    this.name = name;
    this.story = story;
  }

  /** Starts with a short name and one sentence that says what happens. */
  public static GeneratedScenario named(String name, String story) {
    return new GeneratedScenario(name, story);
  }

  /** Takes the events of this traffic. */
  public GeneratedScenario from(ClickTraffic value) {
    traffic = value;
    return this;
  }

  /** Takes only events for which the filter is true; it replaces an earlier filter. */
  public GeneratedScenario only(Predicate<ClickEvent> value) {
    filter = value;
    return this;
  }

  /** Cuts event times off below this unit; the default is {@link ChronoUnit#MILLIS}. */
  public GeneratedScenario precise(ChronoUnit value) {
    precision = value;
    return this;
  }

  /** Takes this many events, counted after the filter; 1 to 100,000. */
  public GeneratedScenario events(int value) {
    TrafficException.requireBetween("events", value, 1, 100_000);
    events = value;
    return this;
  }

  /**
   * Moves the watermark after every {@code arrivals} events to the latest event time so far less
   * the bound, if that is later than the watermark before it.
   *
   * @param arrivals 1 or more
   * @param outOfOrder how much older than the latest event one may be without being late; 0 or more
   */
  public GeneratedScenario watermarkEvery(int arrivals, Duration outOfOrder) {
    TrafficException.requireBetween("watermarkEvery.arrivals", arrivals, 1, Integer.MAX_VALUE);
    TrafficException.requireBetween(
        "watermarkEvery.outOfOrder", outOfOrder, Duration.ZERO, Duration.ofDays(1));
    arrivalsPerWatermark = arrivals;
    bound = outOfOrder;
    return this;
  }

  /**
   * Ends with a watermark on the first full hour (or whatever the unit is) after every event.
   *
   * @param unit 1 millisecond to 1 day; multiples of it count from midnight UTC if it divides a day
   */
  public GeneratedScenario endingOnFull(Duration unit) {
    TrafficException.requireBetween("endingOnFull", unit, Duration.ofMillis(1), Duration.ofDays(1));
    full = unit;
    return this;
  }

  /**
   * Makes the scenario.
   *
   * @throws TrafficException if hardly any event passes the filter
   */
  public Scenario<ClickEvent> done() {
    Telling telling = new Telling(Scenario.named(name, story));
    Iterator<ClickEvent> arrivals = traffic.arrivals();
    for (int told = 1; told <= events; told++) {
      telling.arrive(cut(next(arrivals)));
      if (told % arrivalsPerWatermark == 0) {
        telling.advanceTo(telling.latest.minus(bound));
      }
    }
    long unit = full.toMillis();
    telling.advanceTo(Instant.ofEpochMilli((telling.latest.toEpochMilli() / unit + 1) * unit));
    return telling.scenario.done();
  }

  private ClickEvent cut(ClickEvent click) {
    return new ClickEvent(
        click.eventId(),
        click.userId(),
        click.sessionId(),
        click.eventType(),
        click.page(),
        click.eventTime().truncatedTo(precision),
        click.country(),
        click.device());
  }

  private ClickEvent next(Iterator<ClickEvent> arrivals) {
    for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
      ClickEvent click = arrivals.next();
      if (filter.test(click)) {
        return click;
      }
    }
    throw new TrafficException(
        "Scenario \"%s\": the filter refuses %d events in a row. Let more events through."
            .formatted(name, MOST_SKIPPED));
  }

  /** The scenario so far, with its event times. */
  private static final class Telling {

    private final Scenario.Builder<ClickEvent> scenario;
    private Instant latest = Instant.MIN;
    private Instant watermark = Instant.MIN;

    private Telling(Scenario.Builder<ClickEvent> scenario) {
      this.scenario = scenario;
    }

    private void arrive(ClickEvent click) {
      if (click.eventTime().isBefore(watermark)) {
        scenario.late(click);
      } else {
        scenario.event(click);
      }
      latest = click.eventTime().isAfter(latest) ? click.eventTime() : latest;
    }

    private void advanceTo(Instant moment) {
      if (moment.isAfter(watermark)) {
        scenario.watermark(moment);
        watermark = moment;
      }
    }
  }
}
