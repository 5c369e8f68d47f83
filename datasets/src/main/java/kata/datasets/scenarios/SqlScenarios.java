package kata.datasets.scenarios;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.TimedEvent;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/**
 * Stories for windows in SQL. Most are those of the other topics, so that a learner meets them
 * again; those of sessions that share a name with another have one of their own here.
 */
public final class SqlScenarios {

  public static final Scenario<ClickEvent> QUARTER =
      ClickStory.named("quarter", "Nobody comes in the last five minutes of a quarter of an hour.")
          .view("12:01", "/home")
          .watermark("12:05")
          .view("12:06", "/home")
          .view("12:07", "/cart")
          .watermark("12:10")
          .watermark("12:15")
          .view("12:16", "/home")
          .watermark("12:20")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> QUARTER_EDGES =
      ClickStory.named("quarter-edges", "Views fall on the ends of a step and of the quarter.")
          .view("12:04:59.999", "/home")
          .view("12:05", "/home")
          .watermark("12:05")
          .watermark("12:10")
          .view("12:14:59.999", "/home")
          .view("12:15", "/home")
          .watermark("12:15")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> QUARTER_STEPS =
      ClickStory.named("quarter-steps", "The watermark stops one millisecond short of each end.")
          .view("12:08", "/home")
          .watermark("12:09:59.999")
          .watermark("12:10")
          .watermark("12:14:59.999")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> QUARTER_SPEEDS =
      ClickStory.named("quarter-speeds", "One page is a quarter of an hour ahead of the other.")
          .view("12:02", "/home")
          .view("12:17", "/home")
          .view("12:03", "/legal")
          .view("12:03", "/legal")
          .watermark("12:05")
          .view("12:11", "/legal")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> QUARTER_LATE =
      ClickStory.named("quarter-late", "A view is late for one total, another for all of them.")
          .view("12:01", "/home")
          .watermark("12:05")
          .lateView("12:02", "/home")
          .watermark("12:10")
          .watermark("12:15")
          .lateView("12:14", "/home")
          .view("12:16", "/home")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> HALF_HOUR =
      GeneratedScenario.named("half-hour", "An ordinary half hour in the shop.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(150)
          .watermarkEvery(50, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofMinutes(15))
          .done();

  public static final Scenario<ClickEvent> SAME_MOMENT =
      ClickStory.named(
              "same-moment", "Two users view a page at once, one user views another twice.")
          .view("12:01", "/checkout", "ann")
          .view("12:01", "/checkout", "ben")
          .view("12:02", "/cart", "ann")
          .view("12:04", "/cart", "ann")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> EXACT_GAP =
      renamed("exact-gap", SessionScenarios.SILENCE);

  public static final Scenario<ClickEvent> QUIET_HOURS =
      GeneratedScenario.named("quiet-hours", "Two quiet hours in the shop.")
          .from(new ClickTraffic(42, TrafficSettings.smallShop().withEventsPerSecond(0.03)))
          .precise(ChronoUnit.SECONDS)
          .events(150)
          .watermarkEvery(50, Duration.ofSeconds(30))
          .endingOnFull(Duration.ofHours(2))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<?>> ALL =
      Stream.<Scenario<?>>concat(
              TumblingScenarios.ALL.stream(),
              Stream.of(
                  SlidingScenarios.ZERO,
                  SlidingScenarios.UNEVEN,
                  SlidingScenarios.EDGES,
                  SlidingScenarios.TWINS,
                  SlidingScenarios.TWO_SENSORS,
                  SlidingScenarios.SILENCE,
                  SlidingScenarios.DISORDER,
                  SlidingScenarios.STEPS,
                  SlidingScenarios.LATE_READING,
                  SlidingScenarios.LOST_READING,
                  SlidingScenarios.READINGS,
                  QUARTER,
                  QUARTER_EDGES,
                  QUARTER_STEPS,
                  QUARTER_SPEEDS,
                  QUARTER_LATE,
                  HALF_HOUR,
                  SAME_MOMENT,
                  SessionScenarios.VISIT,
                  EXACT_GAP,
                  SessionScenarios.BRIDGE,
                  SessionScenarios.TWO_USERS,
                  SessionScenarios.TWO_DEVICES,
                  SessionScenarios.COMES_BACK,
                  SessionScenarios.LOST,
                  SessionScenarios.JOINED,
                  SessionScenarios.MANY_PAGES,
                  SessionScenarios.ROBOT,
                  QUIET_HOURS))
          .toList();

  private SqlScenarios() {}

  private static <E extends TimedEvent> Scenario<E> renamed(String name, Scenario<E> scenario) {
    return new Scenario<>(name, scenario.story(), scenario.steps(), scenario.feed());
  }
}
