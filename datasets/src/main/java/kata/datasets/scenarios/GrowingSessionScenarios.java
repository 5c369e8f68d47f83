package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/**
 * Stories about sessions with a gap of ten minutes, which grow and merge while they are watched.
 */
public final class GrowingSessionScenarios {

  public static final Scenario<ClickEvent> GROWING =
      ClickStory.named("growing", "Four views, each of which makes the session longer.")
          .view("12:00", "/home", "ann")
          .view("12:04", "/search", "ann")
          .view("12:08", "/phone", "ann")
          .watermark("12:08:30")
          .on("desktop")
          .view("12:09", "/cart", "ann")
          .watermark("12:18")
          .watermark("12:19")
          .done();

  public static final Scenario<ClickEvent> BRIDGE =
      ClickStory.named("bridge", "Views between two sessions make one of them, for two users.")
          .view("12:00", "/home", "ann")
          .view("12:02", "/search", "ann")
          .view("12:14", "/phone", "ann")
          .view("12:15", "/cart", "ann")
          .view("12:00", "/home", "bob")
          .view("12:14", "/phone", "bob")
          .watermark("12:00")
          .view("12:08", "/legal", "ann")
          .view("12:07", "/legal", "bob")
          .watermark("12:09")
          .view("12:16", "/home", "ann")
          .watermark("12:25")
          .watermark("12:26")
          .done();

  public static final Scenario<ClickEvent> TOUCH =
      ClickStory.named("touch", "A view comes exactly ten minutes after the last, one later still.")
          .view("12:00", "/home", "ann")
          .view("12:10", "/search", "ann")
          .view("12:20:00.001", "/phone", "ann")
          .watermark("12:20")
          .watermark("12:30:00.001")
          .done();

  public static final Scenario<ClickEvent> AFTER_A_ROW =
      ClickStory.named("after-a-row", "Two sessions, one of which has a row already, become one.")
          .view("12:12", "/home", "ann")
          .view("12:13", "/search", "ann")
          .view("12:14", "/phone", "ann")
          .watermark("12:00")
          .view("12:00", "/home", "ann")
          .watermark("12:01")
          .view("12:06", "/cart", "ann")
          .watermark("12:07")
          .view("12:07", "/legal", "ann")
          .watermark("12:24")
          .done();

  public static final Scenario<ClickEvent> SAME_MOMENT =
      ClickStory.named("same-moment", "Three views of one moment, and no longer session.")
          .view("12:00", "/home", "ann")
          .view("12:00", "/home", "ann")
          .view("12:00", "/home", "ann")
          .watermark("12:01")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TWO_VISITORS =
      ClickStory.named("two-visitors", "Two users view pages in turn, one of them ahead.")
          .view("12:00", "/home", "ann")
          .view("12:05", "/home", "bob")
          .view("12:01", "/phone", "ann")
          .view("12:20", "/phone", "bob")
          .watermark("12:11")
          .view("12:21", "/cart", "bob")
          .watermark("12:15")
          .view("12:22", "/cart", "bob")
          .watermark("12:32")
          .done();

  public static final Scenario<ClickEvent> COMES_BACK =
      ClickStory.named("comes-back", "A user comes back when the first session is over.")
          .view("12:00", "/home", "ann")
          .view("12:01", "/home", "ann")
          .watermark("12:11")
          .view("12:20", "/home", "ann")
          .watermark("12:21")
          .view("12:21", "/home", "ann")
          .watermark("12:31")
          .done();

  public static final Scenario<ClickEvent> TWO_AT_ONCE =
      ClickStory.named("two-at-once", "Views of two visits of one user arrive mixed.")
          .view("12:00", "/home", "ann")
          .view("12:20", "/home", "ann")
          .view("12:01", "/search", "ann")
          .view("12:21", "/search", "ann")
          .view("12:02", "/phone", "ann")
          .watermark("12:03")
          .view("12:22", "/phone", "ann")
          .watermark("12:12")
          .view("12:23", "/cart", "ann")
          .watermark("12:33")
          .done();

  public static final Scenario<ClickEvent> LATE_VISIT =
      ClickStory.named(
              "late-visit", "A late view reaches an open session, two others come too late.")
          .view("12:00", "/home", "ann")
          .view("12:08", "/home", "ann")
          .watermark("12:12")
          .lateView("12:04", "/cart", "ann")
          .watermark("12:17:59.999")
          .watermark("12:18")
          .lateView("12:07:59.999", "/legal", "ann")
          .lateView("12:08", "/legal", "bob")
          .watermark("12:19")
          .done();

  public static final Scenario<ClickEvent> LATE_BEGINNING =
      ClickStory.named(
              "late-beginning", "A late view would be too late alone, and touches a session.")
          .view("12:08", "/home", "ann")
          .view("12:12", "/home", "ann")
          .watermark("12:19")
          .lateView("12:04", "/cart", "ann")
          .watermark("12:21:59.999")
          .watermark("12:22")
          .done();

  public static final Scenario<ClickEvent> VISITS =
      GeneratedScenario.named("visits", "An hour and a half in a quiet shop with few visitors.")
          .from(
              new ClickTraffic(
                  7, TrafficSettings.smallShop().withEventsPerSecond(0.05).withUsers(20)))
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(200)
          .watermarkEvery(5, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofHours(1))
          .done();

  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          GROWING,
          BRIDGE,
          TOUCH,
          AFTER_A_ROW,
          SAME_MOMENT,
          TWO_VISITORS,
          COMES_BACK,
          TWO_AT_ONCE,
          LATE_VISIT,
          LATE_BEGINNING,
          VISITS);

  private GrowingSessionScenarios() {}
}
