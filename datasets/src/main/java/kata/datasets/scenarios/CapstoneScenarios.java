package kata.datasets.scenarios;

import static kata.datasets.EventType.ADD_TO_CART;
import static kata.datasets.EventType.PURCHASE;

import java.util.List;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;

/** Mornings in the shop: three that can be followed by eye, and one of 20,000 events. */
public final class CapstoneScenarios {

  public static final Scenario<ClickEvent> QUIET =
      ClickStory.named(
              "quiet",
              "Three visitors: ann buys three times, ben's views come after the watermark.")
          .view("08:00", "/home", "ann")
          .view("08:01", "/deals", "ben")
          .view("08:02", "/home", "cleo")
          .does(ADD_TO_CART, "08:02:30", "/deals", "ann")
          .does(PURCHASE, "08:03", "/checkout", "ann")
          .watermark("08:05")
          .lateView("08:04:59.999", "/home", "ben")
          .view("08:05", "/checkout", "cleo")
          .does(PURCHASE, "08:06", "/checkout", "ann")
          .on("desktop")
          .does(PURCHASE, "08:06:30", "/checkout", "ann")
          .watermark("08:08")
          .on("mobile")
          .lateView("08:07", "/home", "ben")
          .watermark("08:35")
          .watermark("09:30")
          .done();

  public static final Scenario<ClickEvent> LIMITS =
      ClickStory.named("limits", "Silences and late events at a limit, and a millisecond beyond.")
          .view("08:00", "/search", "ann")
          .view("08:30", "/search", "ann")
          .view("08:29", "/cart", "ben")
          .watermark("08:35")
          .lateView("08:34:59.999", "/cart", "dora")
          .lateView("08:26", "/cart", "dora")
          .lateView("08:05", "/home", "eve")
          .lateView("08:05:00.001", "/home", "finn")
          .view("08:35", "/home", "gil")
          .does(PURCHASE, "08:36", "/checkout", "hal")
          .does(PURCHASE, "08:37", "/checkout", "ida")
          .view("09:00:00.001", "/cart", "ann")
          .watermark("08:59:59.999")
          .view("08:59:59.999", "/home", "ida")
          .lateView("08:33", "/cart", "dora")
          .watermark("09:00")
          .watermark("10:00")
          .done();

  public static final Scenario<ClickEvent> EVERYBODY = everybody();

  public static final Scenario<ClickEvent> MORNING =
      MorningTraffic.scenario(
          "morning", "A whole morning, with its rushes and its latecomers.", 8, 20_000);

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL = List.of(QUIET, LIMITS, EVERYBODY, MORNING);

  private CapstoneScenarios() {}

  /** A thousand divided by nineteen as a fraction, times nineteen, is less than a thousand. */
  private static Scenario<ClickEvent> everybody() {
    ClickStory story =
        ClickStory.named("everybody", "Nineteen visitors come, and all of them buy.");
    for (int visitor = 1; visitor <= 19; visitor++) {
      story.does(PURCHASE, "08:01", "/checkout", String.format(Locale.ROOT, "u%02d", visitor));
    }
    return story.watermark("08:05").done();
  }
}
