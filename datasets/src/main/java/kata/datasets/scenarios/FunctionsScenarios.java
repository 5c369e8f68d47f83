package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.traffic.GeneratedScenario;

/** Stories about what a window makes of its events, and about windows over windows. */
public final class FunctionsScenarios {

  public static final Scenario<ClickEvent> THREE_VIEWS =
      ClickStory.named("three-views", "Three views in one window, two of another page.")
          .view("12:00", "/home")
          .view("12:01", "/cart")
          .view("12:04", "/home")
          .view("12:04", "/home")
          .view("12:04:30", "/cart")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> SHUFFLED =
      ClickStory.named("shuffled", "Views arrive neither first nor last where they should.")
          .view("12:03", "/home")
          .view("12:06:30", "/home")
          .view("12:01", "/home")
          .view("12:04", "/home")
          .view("12:02", "/home")
          .watermark("12:05")
          .view("12:05:30", "/home")
          .view("12:06", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> BOUNDS =
      ClickStory.named("bounds", "Views fall on the first and the last moment of a window.")
          .view("12:00", "/home")
          .view("12:04:59.999", "/home")
          .view("12:05", "/home")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TOGETHER =
      ClickStory.named("together", "Two pages and two windows are open at once.")
          .view("12:01", "/home")
          .view("12:06", "/home")
          .view("12:02", "/legal")
          .view("12:07", "/home")
          .view("12:03", "/legal")
          .watermark("12:05")
          .view("12:08", "/legal")
          .view("12:11", "/home")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> LATE_VIEWS =
      ClickStory.named("late-views", "Late views meet an open window, and one that has closed.")
          .view("12:02", "/home")
          .watermark("12:03")
          .lateView("12:01", "/home")
          .watermark("12:05")
          .lateView("12:00", "/home")
          .lateView("12:04:30", "/home")
          .lateView("12:04", "/home")
          .view("12:06", "/home")
          .watermark("12:10")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> CROWD = crowd();

  public static final Scenario<ClickEvent> FOUR_PAGES =
      ClickStory.named("four-pages", "Four pages are viewed, two of them equally often.")
          .view("12:00", "/deals")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .view("12:02:30", "/home")
          .view("12:03", "/about")
          .view("12:03:30", "/cart")
          .view("12:02:30", "/home")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> ONE_VIEW_EACH =
      ClickStory.named("one-view-each", "Four pages are viewed once each.")
          .view("12:00", "/search")
          .view("12:01", "/cart")
          .view("12:02", "/home")
          .view("12:03", "/about")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> QUARTER =
      ClickStory.named("quarter", "A page is viewed often all the time, another in a short burst.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .view("12:06", "/home")
          .view("12:07", "/home")
          .view("12:08:10", "/sale")
          .view("12:08:20", "/sale")
          .view("12:08:30", "/sale")
          .watermark("12:10")
          .view("12:11", "/home")
          .view("12:12", "/home")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> LAST_MINUTES =
      ClickStory.named("last-minutes", "The peak lies just before the end of a quarter.")
          .view("12:01", "/home")
          .view("12:14:59.999", "/home")
          .view("12:15", "/home")
          .watermark("12:14:59.999")
          .view("12:14:59.999", "/home")
          .watermark("12:15")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> EQUALS =
      ClickStory.named("equals", "Several pages and times have equally many views.")
          .view("12:06", "/search")
          .view("12:07", "/search")
          .view("12:02", "/search")
          .view("12:01", "/search")
          .view("12:03", "/checkout")
          .view("12:04", "/checkout")
          .view("12:08", "/cart")
          .view("12:09", "/cart")
          .view("12:11", "/sale")
          .view("12:12", "/sale")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> STEP_BY_STEP =
      ClickStory.named("step-by-step", "The watermark comes every few minutes, then leaps.")
          .view("12:01", "/home")
          .watermark("12:05")
          .view("12:06", "/cart")
          .view("12:07", "/cart")
          .watermark("12:10")
          .watermark("12:14:59.999")
          .watermark("12:15")
          .view("12:16", "/home")
          .view("12:31", "/home")
          .view("12:32", "/home")
          .watermark("12:45")
          .done();

  public static final Scenario<ClickEvent> LATE_ALONE =
      ClickStory.named("late-alone", "The only view of five minutes comes when they are over.")
          .view("12:06", "/home")
          .watermark("12:05")
          .lateView("12:04:59.999", "/home")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> MANY_VIEWS =
      ClickStory.named("many-views", "Pages are viewed equally often, and each 130 times.")
          .views(130, "12:01", "/search")
          .views(130, "12:02", "/cart")
          .watermark("12:15")
          .views(130, "12:16", "/about")
          .views(130, "12:17", "/home")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> BUSY_HOUR =
      GeneratedScenario.named("busy-hour", "An hour in the shop.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(500)
          .watermarkEvery(125, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofHours(1))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      Stream.of(
              Stream.of(
                  THREE_VIEWS,
                  SHUFFLED,
                  BOUNDS,
                  TOGETHER,
                  LATE_VIEWS,
                  CROWD,
                  FOUR_PAGES,
                  ONE_VIEW_EACH,
                  QUARTER,
                  LAST_MINUTES,
                  EQUALS,
                  STEP_BY_STEP,
                  LATE_ALONE,
                  MANY_VIEWS,
                  BUSY_HOUR),
              JoinScenarios.ALL.stream(),
              RangeJoinScenarios.ALL.stream(),
              RepeatScenarios.ALL.stream())
          .flatMap(stories -> stories)
          .toList();

  private FunctionsScenarios() {}

  private static Scenario<ClickEvent> crowd() {
    ClickStory story = ClickStory.named("crowd", "240 views of one page in one window.");
    for (int second = 0; second < 240; second++) {
      story.view(String.format(Locale.ROOT, "12:%02d:%02d", second / 60, second % 60), "/home");
    }
    return story.watermark("12:05").done();
  }
}
