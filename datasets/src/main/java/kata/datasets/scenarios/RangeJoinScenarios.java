package kata.datasets.scenarios;

import static kata.datasets.EventType.PURCHASE;

import java.time.Duration;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.GeneratedScenario;
import kata.datasets.traffic.TrafficSettings;

/** Stories about purchases in the ten minutes after a view. */
public final class RangeJoinScenarios {

  private static final String DONE = "/done";

  public static final Scenario<ClickEvent> SOON_AFTER =
      ClickStory.named("soon-after", "One of two visitors buys at a desk, soon after two views.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/home", "bob")
          .view("12:08:00.400", "/phone", "ann")
          .on("desktop")
          .does(PURCHASE, "12:10:20", DONE, "ann")
          .watermark("12:10:30")
          .watermark("12:20:30")
          .done();

  public static final Scenario<ClickEvent> LIMITS =
      ClickStory.named("limits", "Purchases at both ends of the ten minutes, and just outside.")
          .view("12:00", "/home", "ann")
          .does(PURCHASE, "12:10", DONE, "ann")
          .view("12:00", "/home", "bob")
          .does(PURCHASE, "12:10:00.001", DONE, "bob")
          .view("12:03", "/home", "cem")
          .does(PURCHASE, "12:03", DONE, "cem")
          .view("12:03", "/home", "dan")
          .does(PURCHASE, "12:02:59.999", DONE, "dan")
          .does(PURCHASE, "12:00", DONE, "eve")
          .view("12:11", "/home", "eve")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> PURCHASE_FIRST =
      ClickStory.named("purchase-first", "The purchase arrives before the view that led to it.")
          .does(PURCHASE, "12:05", DONE, "ann")
          .watermark("12:02")
          .view("12:04", "/phone", "ann")
          .view("12:06", "/legal", "ann")
          .watermark("12:06")
          .watermark("12:17")
          .done();

  public static final Scenario<ClickEvent> STEP_AFTER_STEP =
      ClickStory.named("step-after-step", "A view waits for purchases while event time goes on.")
          .view("12:01", "/phone", "ann")
          .watermark("12:05")
          .does(PURCHASE, "12:06", DONE, "ann")
          .watermark("12:09")
          .does(PURCHASE, "12:10:59.999", DONE, "ann")
          .watermark("12:10:59")
          .does(PURCHASE, "12:11:00.001", DONE, "ann")
          .watermark("12:22")
          .done();

  public static final Scenario<ClickEvent> PASSED =
      ClickStory.named("passed", "The watermark has passed a purchase, reached one, not a third.")
          .view("12:01", "/phone", "ann")
          .watermark("12:05")
          .didLate(PURCHASE, "12:04:59.999", DONE, "ann")
          .does(PURCHASE, "12:05", DONE, "ann")
          .does(PURCHASE, "12:05:00.001", DONE, "ann")
          .lateView("12:03", "/home", "ann")
          .watermark("12:15:30")
          .done();

  public static final Scenario<ClickEvent> RULED_OUT =
      ClickStory.named("ruled-out", "Event time goes past the ten minutes after two views.")
          .view("12:00", "/home", "ann")
          .view("12:00", "/home", "bob")
          .watermark("12:09:59.999")
          .does(PURCHASE, "12:10", DONE, "bob")
          .watermark("12:10")
          .watermark("12:10:00.001")
          .done();

  public static final Scenario<ClickEvent> BUYERS =
      GeneratedScenario.named("buyers", "An hour in the shop, with some who buy.")
          .from(
              new ClickTraffic(
                  3,
                  TrafficSettings.smallShop()
                      .withDisorder(
                          new Disorder(0.2, Duration.ofSeconds(60), 0.05, Duration.ofMinutes(5)))))
          .events(300)
          .watermarkEvery(75, Duration.ofSeconds(30))
          .endingOnFull(Duration.ofHours(1))
          .done();

  static final List<Scenario<ClickEvent>> ALL =
      List.of(SOON_AFTER, LIMITS, PURCHASE_FIRST, STEP_AFTER_STEP, PASSED, RULED_OUT, BUYERS);

  private RangeJoinScenarios() {}
}
