package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/** Stories about windows of five minutes in which nothing may happen, and still something comes. */
public final class TimersScenarios {

  public static final Scenario<ClickEvent> GOES_QUIET =
      ClickStory.named("goes-quiet", "A page is viewed in one window, and then no more.")
          .view("12:01", "/home")
          .view("12:03", "/home")
          .watermark("12:05")
          .watermark("12:10")
          .watermark("12:15")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> GOES_ON =
      ClickStory.named("goes-on", "A page is viewed in every window, then in none.")
          .view("12:01", "/home")
          .watermark("12:05")
          .view("12:06", "/home")
          .view("12:09:59.999", "/home")
          .watermark("12:10")
          .view("12:10", "/home")
          .watermark("12:15")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> WAKES_UP =
      ClickStory.named("wakes-up", "A page is quiet for three windows, and is viewed again.")
          .view("12:01", "/home")
          .watermark("12:17")
          .view("12:21", "/home")
          .watermark("12:25")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> HOLE =
      ClickStory.named("hole", "Views of three windows arrive together; others lie between them.")
          .view("12:26", "/home")
          .view("12:11", "/home")
          .view("12:01", "/home")
          .view("12:01", "/home")
          .watermark("12:05")
          .watermark("12:10")
          .watermark("12:20")
          .watermark("12:25")
          .watermark("12:35")
          .done();

  public static final Scenario<ClickEvent> ONE_LEAP =
      ClickStory.named("one-leap", "One watermark passes everything.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .view("12:06", "/cart")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> OWN_PACE =
      ClickStory.named("own-pace", "One page goes quiet while the other goes on.")
          .view("12:01", "/home")
          .view("12:02", "/legal")
          .watermark("12:05")
          .view("12:07", "/home")
          .view("12:12", "/home")
          .watermark("12:10")
          .watermark("12:15")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> ON_THE_EDGE =
      ClickStory.named("on-the-edge", "A view falls on the end of a window; watermarks come close.")
          .view("12:05", "/home")
          .watermark("12:05")
          .watermark("12:09:59.999")
          .watermark("12:10")
          .watermark("12:14:59.999")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> TOO_LATE =
      ClickStory.named("too-late", "Late views meet an open window, an ended one and a quiet one.")
          .view("12:01", "/home")
          .watermark("12:04:59.999")
          .lateView("12:02", "/home")
          .watermark("12:05")
          .lateView("12:04:59.999", "/home")
          .watermark("12:07")
          .lateView("12:06", "/home")
          .watermark("12:16")
          .lateView("12:11", "/home")
          .lateView("12:12", "/cart")
          .lateView("12:15:30", "/cart")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> BEFORE_1970 =
      ClickStory.named("before-1970", "An archive is replayed whose times lie about zero.")
          .view("1969-12-31 23:52", "/home")
          .view("1969-12-31 23:57", "/home")
          .view("1970-01-01 00:00", "/home")
          .watermark("1969-12-31 23:55")
          .watermark("1970-01-01 00:00")
          .watermark("1970-01-01 00:05")
          .watermark("1970-01-01 00:10")
          .done();

  public static final Scenario<ClickEvent> HOURS =
      GeneratedScenario.named("hours", "Two hours in a quiet shop.")
          .from(new ClickTraffic(11, TrafficSettings.smallShop().withEventsPerSecond(0.04)))
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(250)
          .watermarkEvery(8, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofHours(1))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      Stream.concat(
              Stream.of(
                  GOES_QUIET,
                  GOES_ON,
                  WAKES_UP,
                  HOLE,
                  ONE_LEAP,
                  OWN_PACE,
                  ON_THE_EDGE,
                  TOO_LATE,
                  BEFORE_1970,
                  HOURS),
              CheckoutScenarios.ALL.stream())
          .toList();

  private TimersScenarios() {}
}
