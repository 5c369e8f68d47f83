package kata.datasets.scenarios;

import static kata.datasets.EventType.PAGE_VIEW;
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

/**
 * Stories about views and purchases in windows of ten minutes. No event comes after the end of its
 * window: with two inputs it would depend on their speed whether it is late.
 */
public final class JoinScenarios {

  private static final String DONE = "/done";

  public static final Scenario<ClickEvent> BUYER =
      ClickStory.named(
              "buyer", "One visitor views two pages and buys at a desk, another only looks.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/home", "bob")
          .view("12:03", "/phone", "ann")
          .on("desktop")
          .does(PURCHASE, "12:05", DONE, "ann")
          .watermark("12:09:59.999")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TWICE =
      ClickStory.named("twice", "A visitor buys twice, and views one page twice.")
          .view("12:01", "/phone", "ann")
          .does(PURCHASE, "12:03", DONE, "ann")
          .view("12:04", "/phone", "ann")
          .does(PURCHASE, "12:06", DONE, "ann")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> OTHER_WINDOW =
      ClickStory.named("other-window", "The end of a window parts a view from a purchase.")
          .view("12:09:59.999", "/phone", "ann")
          .does(PURCHASE, "12:10", DONE, "ann")
          .view("12:10", "/case", "ann")
          .view("12:14", "/home", "bob")
          .does(PURCHASE, "12:18", DONE, "bob")
          .watermark("12:10")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> AFTERWARDS =
      ClickStory.named("afterwards", "Views follow the purchase, one of them in the same moment.")
          .does(PURCHASE, "12:02", DONE, "ann")
          .view("12:02", "/case", "ann")
          .view("12:05:30", "/legal", "ann")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> NOBODY_BUYS =
      ClickStory.named("nobody-buys", "Some only look, one only buys; cem does all twice.")
          .view("12:01", "/home", "ann")
          .does(PURCHASE, "12:02", DONE, "bob")
          .view("12:03", DONE, "dan")
          .watermark("12:10")
          .view("12:11", DONE, "cem")
          .view("12:11", DONE, "cem")
          .does(PURCHASE, "12:12", DONE, "cem")
          .does(PURCHASE, "12:12", DONE, "cem")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> BEHIND =
      ClickStory.named("behind", "A purchase and a view are late, but their window is open.")
          .view("12:01", "/home", "ann")
          .view("12:12", "/home", "ann")
          .watermark("12:05")
          .didLate(PURCHASE, "12:03", DONE, "ann")
          .didLate(PAGE_VIEW, "12:02", "/phone", "ann")
          .watermark("12:10")
          .does(PURCHASE, "12:13", DONE, "ann")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> ALL_AT_ONCE =
      ClickStory.named("all-at-once", "One watermark ends the windows of two visitors.")
          .view("12:01", "/home", "ann")
          .view("12:21", "/cart", "ann")
          .does(PURCHASE, "12:02", DONE, "ann")
          .view("12:11", "/phone", "bob")
          .does(PURCHASE, "12:19:59.999", DONE, "bob")
          .does(PURCHASE, "12:21:30", DONE, "ann")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> CUSTOMERS =
      GeneratedScenario.named("customers", "Half an hour in the shop.")
          .from(
              new ClickTraffic(
                  3,
                  TrafficSettings.smallShop()
                      .withDisorder(
                          new Disorder(0.2, Duration.ofSeconds(20), 0, Duration.ofMinutes(5)))))
          .events(400)
          .watermarkEvery(80, Duration.ofSeconds(30))
          .endingOnFull(Duration.ofHours(1))
          .done();

  static final List<Scenario<ClickEvent>> ALL =
      List.of(BUYER, TWICE, OTHER_WINDOW, AFTERWARDS, NOBODY_BUYS, BEHIND, ALL_AT_ONCE, CUSTOMERS);

  private JoinScenarios() {}
}
