package kata.datasets.scenarios;

import static kata.datasets.EventType.ADD_TO_CART;
import static kata.datasets.EventType.CHECKOUT;
import static kata.datasets.EventType.PURCHASE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/** Stories about sessions, which end when a user has been silent for longer than a gap. */
public final class SessionScenarios {

  public static final Scenario<ClickEvent> VISIT =
      ClickStory.named("visit", "Ann buys and taps on the home page twice; ben changes his mind.")
          .view("12:00", "/home", "ann")
          .view("12:01", "/deals", "ann")
          .does(ADD_TO_CART, "12:02", "/deals", "ann")
          .does(CHECKOUT, "12:03", "/checkout", "ben")
          .does(PURCHASE, "12:05", "/checkout", "ann")
          .view("12:06", "/home", "ann")
          .view("12:06", "/home", "ann")
          .watermark("12:33")
          .watermark("12:36")
          .done();

  public static final Scenario<ClickEvent> SILENCE =
      ClickStory.named("silence", "A silence of exactly 30 minutes, then one a millisecond longer.")
          .view("12:00", "/home")
          .watermark("12:29:59.999")
          .view("12:30", "/home")
          .watermark("12:45")
          .view("13:00:00.001", "/home")
          .watermark("13:00")
          .watermark("13:45")
          .done();

  public static final Scenario<ClickEvent> BACKWARDS =
      ClickStory.named(
              "backwards", "The later event comes first, by the gap or a millisecond more.")
          .view("12:30", "/cart", "ann")
          .view("12:30:00.001", "/cart", "ben")
          .watermark("11:55")
          .view("12:00", "/home", "ann")
          .view("12:00", "/home", "ben")
          .watermark("13:10")
          .done();

  public static final Scenario<ClickEvent> OTHER_ENDS =
      ClickStory.named("other-ends", "A session begins and ends with an event that is no view.")
          .does(ADD_TO_CART, "12:00:00.400", "/phone", "ann")
          .view("12:00:00.900", "/home", "ann")
          .view("12:10", "/legal", "ann")
          .does(PURCHASE, "12:12:00.300", "/checkout", "ann")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> OUT_OF_ORDER =
      ClickStory.named("out-of-order", "Two sessions turn out to be one when the middle arrives.")
          .does(PURCHASE, "12:40", "/checkout", "ann")
          .view("12:02", "/deals", "ann")
          .view("12:45", "/home", "ann")
          .watermark("11:55")
          .view("12:20", "/search", "ann")
          .view("12:00", "/home", "ann")
          .watermark("12:50")
          .watermark("13:15")
          .done();

  public static final Scenario<ClickEvent> BRIDGE =
      ClickStory.named("bridge", "A late event joins two sessions that are both still open.")
          .view("12:00", "/home", "ann")
          .does(PURCHASE, "12:50", "/checkout", "ann")
          .watermark("12:26")
          .lateView("12:25", "/search", "ann")
          .watermark("13:20")
          .done();

  public static final Scenario<ClickEvent> HALVES =
      ClickStory.named("halves", "Two halves of a session are joined; the later one came first.")
          .view("13:00", "/cart", "ann")
          .view("13:05", "/help", "ann")
          .view("12:00", "/home", "ann")
          .does(PURCHASE, "12:02", "/cart", "ann")
          .view("12:04", "/home", "ben")
          .does(PURCHASE, "12:06", "/cart", "ben")
          .view("13:04", "/cart", "ben")
          .view("13:09", "/help", "ben")
          .view("12:31", "/deals", "ann")
          .view("12:35", "/deals", "ben")
          .watermark("13:39")
          .done();

  public static final Scenario<ClickEvent> SAME_MOMENT =
      ClickStory.named("same-moment", "A session begins and ends with three events at one moment.")
          .view("12:00", "/search")
          .watermark("11:50")
          .view("12:00", "/home")
          .view("12:00", "/search")
          .view("12:10", "/about")
          .view("12:10", "/cart")
          .watermark("11:55")
          .view("12:10", "/about")
          .watermark("12:40")
          .done();

  public static final Scenario<ClickEvent> TWO_USERS =
      ClickStory.named("two-users", "One user is two hours ahead of the other.")
          .view("12:00", "/home", "ann")
          .view("14:00", "/deals", "ann")
          .view("12:10:00.600", "/search", "ben")
          .view("12:25:00.200", "/help", "ben")
          .watermark("12:55:00.200")
          .watermark("14:30")
          .done();

  public static final Scenario<ClickEvent> TWO_DEVICES =
      ClickStory.named("two-devices", "Ann puts down her phone and goes on at her desk.")
          .view("12:00", "/home", "ann")
          .on("desktop")
          .view("12:20", "/deals", "ann")
          .watermark("12:50")
          .done();

  public static final Scenario<ClickEvent> SECOND_VISIT =
      ClickStory.named("second-visit", "The second visit has nothing of the first.")
          .view("12:00", "/home", "ann")
          .does(PURCHASE, "12:01", "/checkout", "ann")
          .watermark("12:45")
          .view("12:49:59.700", "/search", "ann")
          .view("12:51", "/deals", "ann")
          .watermark("13:21")
          .done();

  public static final Scenario<ClickEvent> MID_STREAM =
      ClickStory.named("mid-stream", "The watermark stops one millisecond short of the end.")
          .view("12:00", "/home")
          .watermark("12:29:59.999")
          .watermark("12:30")
          .view("23:50", "/home")
          .view("2024-03-05 00:10", "/cart")
          .watermark("2024-03-05 00:39:59.999")
          .watermark("2024-03-05 00:40")
          .done();

  public static final Scenario<ClickEvent> COMES_BACK =
      ClickStory.named("comes-back", "A late event misses its session and makes one of its own.")
          .view("12:00", "/home")
          .watermark("12:30")
          .lateView("12:10", "/deals")
          .watermark("12:40")
          .done();

  public static final Scenario<ClickEvent> LOST =
      ClickStory.named(
              "lost", "Ben's event is late by nothing, cleo's is in time by a millisecond.")
          .view("12:40", "/home", "ann")
          .watermark("12:45")
          .lateView("12:15", "/home", "ben")
          .lateView("12:15:00.001", "/home", "cleo")
          .watermark("13:10")
          .done();

  public static final Scenario<ClickEvent> JOINED =
      ClickStory.named("joined", "A late event is past, but touches a session that is still open.")
          .on("desktop")
          .view("12:20", "/home")
          .watermark("12:45")
          .lateView("12:10", "/deals")
          .watermark("12:50")
          .done();

  public static final Scenario<ClickEvent> MANY_PAGES = manyPages();

  public static final Scenario<ClickEvent> ROBOT = robot();

  public static final Scenario<ClickEvent> TRAFFIC =
      GeneratedScenario.named("traffic", "Three quiet hours in the shop.")
          .from(new ClickTraffic(42, TrafficSettings.smallShop().withEventsPerSecond(0.03)))
          .precise(ChronoUnit.SECONDS)
          .events(300)
          .watermarkEvery(60, Duration.ofSeconds(30))
          .endingOnFull(Duration.ofHours(2))
          .done();

  public static final Scenario<ClickEvent> GAPS =
      ClickStory.named("gaps", "Silences of exactly the gap, and of a millisecond more.")
          .view("12:00", "/home", "ann")
          .view("12:10", "/home", "ann")
          .view("12:20:00.001", "/home", "ann")
          .on("desktop")
          .view("13:00:00.001", "/home", "ben")
          .view("12:30", "/home", "ben")
          .view("12:00", "/home", "ben")
          .watermark("13:40")
          .done();

  public static final Scenario<ClickEvent> EARLIER_EVENT =
      ClickStory.named(
              "earlier-event", "Twenty minutes from phone to desk, and from desk to phone.")
          .view("12:00", "/home", "ann")
          .on("desktop")
          .view("12:20", "/home", "ann")
          .view("12:00", "/home", "ben")
          .on("mobile")
          .view("12:20", "/home", "ben")
          .watermark("12:30")
          .watermark("12:50")
          .done();

  public static final Scenario<ClickEvent> SHORT_INSIDE_LONG =
      ClickStory.named(
              "short-inside-long", "A look at the phone does not end the visit at the desk.")
          .on("desktop")
          .view("12:00", "/home", "ann")
          .view("12:02", "/home", "ben")
          .on("mobile")
          .view("12:05", "/deals", "ann")
          .view("12:06", "/deals", "ben")
          .watermark("12:16")
          .view("12:28", "/cart", "ann")
          .watermark("12:32")
          .watermark("12:38")
          .done();

  public static final Scenario<ClickEvent> TABLET =
      ClickStory.named("tablet", "A tablet is no phone.")
          .on("tablet")
          .view("12:00", "/home")
          .view("12:25", "/deals")
          .view("12:25", "/deals")
          .watermark("12:55")
          .watermark("13:00")
          .done();

  public static final Scenario<ClickEvent> MIXED_ORDER =
      ClickStory.named("mixed-order", "The event in the middle arrives last.")
          .view("12:12", "/cart", "ann")
          .view("12:00", "/home", "ann")
          .on("desktop")
          .view("12:40", "/home", "ben")
          .view("12:00", "/home", "ben")
          .on("mobile")
          .view("12:07", "/deals", "ann")
          .view("12:20", "/deals", "ben")
          .watermark("12:22")
          .watermark("13:10")
          .done();

  public static final Scenario<ClickEvent> COVERED =
      ClickStory.named("covered", "An event at the desk arrives after two visits that it covers.")
          .view("12:05", "/home", "ann")
          .view("12:16", "/deals", "ann")
          .on("desktop")
          .view("12:00", "/search", "ann")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> ON_TIME =
      ClickStory.named("on-time", "The watermark stops one millisecond short of each end.")
          .view("12:00", "/home", "ann")
          .on("desktop")
          .view("12:00", "/home", "ben")
          .watermark("12:09:59.999")
          .watermark("12:10")
          .watermark("12:29:59.999")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> LATE_BY_DEVICE =
      ClickStory.named(
              "late-by-device", "Two events are equally late; only the one at the desk counts.")
          .view("12:15", "/home", "ann")
          .watermark("12:20")
          .lateView("12:10", "/home", "ben")
          .lateView("12:10:00.001", "/home", "cleo")
          .on("desktop")
          .lateView("12:10", "/home", "dan")
          .watermark("12:40")
          .done();

  public static final Scenario<ClickEvent> DEVICES =
      GeneratedScenario.named("devices", "Three quiet hours on phones, tablets and desktops.")
          .from(new ClickTraffic(7, TrafficSettings.smallShop().withEventsPerSecond(0.03)))
          .events(300)
          .watermarkEvery(60, Duration.ofSeconds(30))
          .endingOnFull(Duration.ofHours(2))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      List.of(
          VISIT,
          SILENCE,
          BACKWARDS,
          OTHER_ENDS,
          OUT_OF_ORDER,
          BRIDGE,
          HALVES,
          SAME_MOMENT,
          TWO_USERS,
          TWO_DEVICES,
          SECOND_VISIT,
          MID_STREAM,
          COMES_BACK,
          LOST,
          JOINED,
          MANY_PAGES,
          ROBOT,
          TRAFFIC,
          GAPS,
          EARLIER_EVENT,
          SHORT_INSIDE_LONG,
          TABLET,
          MIXED_ORDER,
          COVERED,
          ON_TIME,
          LATE_BY_DEVICE,
          DEVICES);

  private SessionScenarios() {}

  private static Scenario<ClickEvent> manyPages() {
    ClickStory story =
        ClickStory.named("many-pages", "Ann looks at sixty products, a new one every minute.");
    for (int minute = 0; minute < 60; minute++) {
      story.view(String.format(Locale.ROOT, "12:%02d", minute), "/product/" + (minute + 1), "ann");
    }
    return story.watermark("13:29").done();
  }

  private static Scenario<ClickEvent> robot() {
    ClickStory story =
        ClickStory.named(
            "robot", "A robot looks every half hour, for a day, an hour and a second.");
    for (int look = 0; look <= 50; look++) {
      Instant time = StoryTime.parse("22:00").plus(Duration.ofMinutes(30).multipliedBy(look));
      story.view(StoryTime.format(time), "/deals", "bot");
    }
    return story.view("2024-03-05 23:00:01", "/deals", "bot").watermark("2024-03-06 00:00").done();
  }
}
