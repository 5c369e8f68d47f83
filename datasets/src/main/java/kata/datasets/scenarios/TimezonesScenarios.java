package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;

/**
 * Stories about the days of a shop in Berlin, told in UTC. Its midnight is 23:00 in winter and
 * 22:00 in summer; the clocks change on 2024-03-31, 2024-10-27 and 2025-03-30, at 01:00.
 */
public final class TimezonesScenarios {

  public static final Scenario<ClickEvent> MIDNIGHT =
      ClickStory.named("midnight", "In winter one view falls exactly on midnight in Berlin.")
          .view("22:59:59.999", "/home")
          .view("23:00", "/home")
          .watermark("23:00")
          .view("2024-03-05 12:00", "/home")
          .watermark("2024-03-05 22:59:59.999")
          .watermark("2024-03-05 23:00")
          .done();

  public static final Scenario<ClickEvent> SUMMER =
      ClickStory.named("summer", "In summer one view falls exactly on midnight in Berlin.")
          .view("2024-06-30 21:59:59.999", "/home")
          .view("2024-06-30 22:00", "/home")
          .view("2024-06-30 22:30", "/home")
          .watermark("2024-06-30 22:00")
          .view("2024-07-01 21:30", "/home")
          .watermark("2024-07-01 22:00")
          .done();

  public static final Scenario<ClickEvent> SHORT_DAY =
      ClickStory.named("short-day", "The clocks go forward: a day of 23 hours, and two usual ones.")
          .view("2024-03-30 22:30", "/home")
          .view("2024-03-30 23:30", "/home")
          .watermark("2024-03-30 23:00")
          .view("2024-03-31 00:59:59.999", "/home")
          .view("2024-03-31 01:00", "/home")
          .view("2024-03-31 22:30", "/home")
          .view("2024-03-31 21:30", "/home")
          .watermark("2024-03-31 22:00")
          .watermark("2024-03-31 23:00")
          .watermark("2024-04-01 22:00")
          .done();

  public static final Scenario<ClickEvent> LONG_DAY =
      ClickStory.named("long-day", "The clocks go back: 02:30 comes twice, on a day of 25 hours.")
          .view("2024-10-26 21:30", "/home")
          .view("2024-10-26 22:30", "/home")
          .watermark("2024-10-26 22:00")
          .view("2024-10-27 00:30", "/home")
          .view("2024-10-27 01:30", "/home")
          .watermark("2024-10-27 22:00")
          .view("2024-10-27 22:30", "/home")
          .view("2024-10-27 23:00", "/home")
          .watermark("2024-10-27 23:00")
          .watermark("2024-10-28 23:00")
          .done();

  public static final Scenario<ClickEvent> NEXT_YEAR =
      ClickStory.named("next-year", "A year later the clocks go forward a day earlier.")
          .view("2025-03-30 22:30", "/home")
          .watermark("2025-03-31 22:00")
          .done();

  public static final Scenario<ClickEvent> TWO_PAGES =
      ClickStory.named("two-pages", "One page is days ahead of the other, and once has a day off.")
          .view("2024-03-30 12:00", "/home")
          .view("2024-03-31 12:00", "/home")
          .view("2024-04-02 12:00", "/home")
          .view("2024-03-30 13:00", "/legal")
          .view("2024-03-30 13:00", "/legal")
          .watermark("2024-03-30 23:00")
          .view("2024-03-31 20:00", "/legal")
          .watermark("2024-04-02 22:00")
          .done();

  public static final Scenario<ClickEvent> LATE =
      ClickStory.named("late", "A late view comes to an open day, and one to a day that is over.")
          .view("2024-10-27 12:00", "/home")
          .watermark("2024-10-27 22:59:59.999")
          .lateView("2024-10-26 22:00", "/home")
          .watermark("2024-10-27 23:00")
          .lateView("2024-10-27 22:59:59.999", "/home")
          .view("2024-10-28 06:00", "/home")
          .watermark("2024-10-28 23:00")
          .done();

  public static final Scenario<ClickEvent> TRAFFIC =
      DayTraffic.scenario("traffic", "Two long weekends on which the clocks change.", 11, 120);

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      List.of(MIDNIGHT, SUMMER, SHORT_DAY, LONG_DAY, NEXT_YEAR, TWO_PAGES, LATE, TRAFFIC);

  private TimezonesScenarios() {}
}
