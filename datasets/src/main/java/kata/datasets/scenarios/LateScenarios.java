package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.traffic.GeneratedScenario;

/** Stories about events that arrive when the watermark has passed them. */
public final class LateScenarios {

  public static final Scenario<ClickEvent> IN_TIME =
      ClickStory.named("in-time", "Nothing is late.")
          .view("12:01", "/home")
          .view("12:03", "/cart")
          .view("12:05", "/home")
          .view("12:04:59.999", "/home")
          .watermark("12:05")
          .view("12:05", "/home")
          .watermark("12:10")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> STILL_OPEN =
      ClickStory.named("still-open", "A view is older than the watermark; its window is open.")
          .view("12:01", "/home")
          .watermark("12:04:59.999")
          .lateView("12:02", "/home")
          .watermark("12:05")
          .watermark("12:07")
          .done();

  public static final Scenario<ClickEvent> CORRECTED =
      ClickStory.named("corrected", "Two views come when their window has been answered.")
          .view("12:01", "/home")
          .watermark("12:05")
          .lateView("12:02", "/home")
          .lateView("12:02", "/home")
          .watermark("12:06")
          .watermark("12:07")
          .done();

  public static final Scenario<ClickEvent> DAYS_LATER =
      ClickStory.named("days-later", "A view of the day before yesterday comes late.")
          .view("12:01", "/home")
          .watermark("12:05")
          .view("2024-03-06 12:01", "/cart")
          .watermark("2024-03-06 12:05")
          .lateView("12:02", "/home")
          .watermark("2024-03-06 12:06")
          .done();

  public static final Scenario<ClickEvent> NEWCOMER =
      ClickStory.named("newcomer", "The only view of a page is late.")
          .view("12:01", "/home")
          .watermark("12:05")
          .lateView("12:02", "/cart")
          .watermark("12:06")
          .watermark("12:07")
          .done();

  public static final Scenario<ClickEvent> LIMIT =
      ClickStory.named("limit", "One late view is a millisecond within the limit, one is on it.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .watermark("12:05")
          .watermark("12:06:59.999")
          .lateView("12:04", "/home", "ben")
          .watermark("12:07")
          .lateView("12:04", "/cart", "ben")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> BOUNDARY =
      ClickStory.named("boundary", "Of two late views a millisecond apart, one corrects a row.")
          .view("12:01", "/home")
          .watermark("12:06")
          .lateView("12:04:59.999", "/home")
          .lateView("12:05", "/home")
          .watermark("12:10")
          .watermark("12:12")
          .done();

  public static final Scenario<ClickEvent> TWO_SPEEDS =
      ClickStory.named("two-speeds", "One watermark closes two windows, and both are corrected.")
          .view("12:01", "/home")
          .view("12:07", "/home")
          .view("12:02", "/legal")
          .watermark("12:06:30")
          .lateView("12:03", "/legal")
          .view("12:08", "/legal")
          .watermark("12:10")
          .lateView("12:04", "/legal")
          .lateView("12:09", "/home")
          .view("12:11", "/home")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> NEXT_WINDOW =
      ClickStory.named("next-window", "A correction leaves the other windows of the page alone.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .watermark("12:05")
          .view("12:06", "/home")
          .lateView("12:03", "/home")
          .watermark("12:06:30")
          .watermark("12:10")
          .lateView("12:08", "/home")
          .watermark("12:12")
          .done();

  public static final Scenario<ClickEvent> TRAFFIC =
      GeneratedScenario.named("traffic", "Half an hour in which many views are late.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(250)
          .watermarkEvery(50, Duration.ofSeconds(5))
          .endingOnFull(Duration.ofHours(1))
          .done();

  public static final Scenario<ClickEvent> PARTLY =
      ClickStory.named("partly", "A view is late for one of its windows, in time for the other.")
          .view("12:01", "/home")
          .watermark("12:08")
          .lateView("12:02", "/home")
          .watermark("12:10")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> ALL_PAST =
      ClickStory.named("all-past", "A view comes when both of its windows are past.")
          .view("12:01", "/home")
          .view("12:08", "/cart")
          .watermark("12:11")
          .lateView("12:03", "/home")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> EXACTLY =
      ClickStory.named(
              "exactly", "The last window of one view is just past, that of another is not.")
          .view("12:06", "/home")
          .watermark("12:09:59.999")
          .lateView("12:04:59.999", "/cart")
          .watermark("12:10")
          .lateView("12:04:59.999", "/home")
          .lateView("12:05", "/home")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> TWICE =
      ClickStory.named("twice", "Three views are late one after the other, two of the same page.")
          .view("12:01", "/home")
          .view("12:21", "/home")
          .watermark("12:16")
          .lateView("12:02", "/legal")
          .lateView("12:02", "/home")
          .lateView("12:14", "/legal")
          .lateView("12:03", "/home")
          .watermark("12:31")
          .done();

  public static final Scenario<ClickEvent> SAME_VISITOR =
      ClickStory.named(
              "same-visitor",
              "A late view of the same visitor, on another device, changes nothing.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/home", "ben")
          .watermark("12:05")
          .on("desktop")
          .lateView("12:03", "/home", "ann")
          .watermark("12:06")
          .lateView("12:04", "/home", "cleo")
          .watermark("12:07")
          .done();

  public static final Scenario<ClickEvent> MANY_VISITORS =
      ClickStory.named("many-visitors", "Late views of new visitors correct two rows, one twice.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/cart", "ann")
          .watermark("12:05")
          .lateView("12:03", "/home", "ben")
          .lateView("12:03", "/cart", "ben")
          .lateView("12:04", "/home", "cleo")
          .watermark("12:06")
          .view("12:07", "/home", "ann")
          .watermark("12:10")
          .lateView("12:08", "/home", "ben")
          .watermark("12:12")
          .done();

  public static final Scenario<ClickEvent> CROWD = crowd();

  public static final Scenario<ClickEvent> PUT_TOGETHER =
      ClickStory.named("put-together", "Late views of one page come together, and one by itself.")
          .view("12:01", "/home")
          .view("12:06", "/home")
          .watermark("12:11")
          .lateView("12:02", "/home")
          .lateView("12:03", "/home", "ben")
          .lateView("12:04", "/home")
          .lateView("12:07", "/home")
          .lateView("12:04", "/cart")
          .watermark("12:12")
          .lateView("12:03", "/home")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> LOSSES =
      GeneratedScenario.named("losses", "A quarter of an hour in which some views are too late.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(120)
          .watermarkEvery(24, Duration.ofSeconds(2))
          .endingOnFull(Duration.ofHours(1))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      List.of(
          IN_TIME,
          STILL_OPEN,
          CORRECTED,
          DAYS_LATER,
          NEWCOMER,
          LIMIT,
          BOUNDARY,
          TWO_SPEEDS,
          NEXT_WINDOW,
          TRAFFIC,
          PARTLY,
          ALL_PAST,
          EXACTLY,
          TWICE,
          SAME_VISITOR,
          MANY_VISITORS,
          CROWD,
          PUT_TOGETHER,
          LOSSES);

  private LateScenarios() {}

  private static Scenario<ClickEvent> crowd() {
    ClickStory story =
        ClickStory.named(
            "crowd", "A page has 202 visitors; two come again, and one for the first.");
    for (int visitor = 1; visitor <= 200; visitor++) {
      story.view(
          String.format(Locale.ROOT, "12:%02d:%02d", visitor / 60, visitor % 60),
          "/home",
          "visitor" + visitor);
    }
    return story
        .view("12:04", "/home", "visitorAa")
        .view("12:04", "/home", "visitorBB")
        .watermark("12:05")
        .lateView("12:04", "/home", "visitor7")
        .watermark("12:05:30")
        .lateView("12:04", "/home", "visitor201")
        .watermark("12:06")
        .lateView("12:04", "/home", "visitor8")
        .watermark("12:10")
        .done();
  }
}
