package kata.lessons.timezones;

import static kata.datasets.scenarios.TimezonesScenarios.LATE;
import static kata.datasets.scenarios.TimezonesScenarios.LONG_DAY;
import static kata.datasets.scenarios.TimezonesScenarios.MIDNIGHT;
import static kata.datasets.scenarios.TimezonesScenarios.NEXT_YEAR;
import static kata.datasets.scenarios.TimezonesScenarios.SHORT_DAY;
import static kata.datasets.scenarios.TimezonesScenarios.SUMMER;
import static kata.datasets.scenarios.TimezonesScenarios.TRAFFIC;
import static kata.datasets.scenarios.TimezonesScenarios.TWO_PAGES;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Count the views of each page by the days of a shop in Berlin.
 *
 * <p>A day lasts from midnight to midnight by the clocks of Berlin, and its bounds are written in
 * UTC. It has 23 hours when the clocks go forward and 25 when they go back. A row comes out when
 * the day is over; a view that is late counts as long as its day is not.
 */
@ExtendWith(LessonExtension.class)
public interface DailyViewsLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_winter_day_begins_an_hour_before_midnight_utc(Lab lab) {
    lab.play(lesson(), MIDNIGHT)
        .shows(
            """
            at                | window                     page   | views
            23:00             | 2024-03-03 23:00 .. 23:00  /home  | 1
            2024-03-05 23:00  | 23:00 .. 2024-03-05 23:00  /home  | 2
            """);
  }

  @Test
  default void a_summer_day_begins_two_hours_before_midnight_utc(Lab lab) {
    lab.play(lesson(), SUMMER)
        .shows(
            """
            at                | window                                page   | views
            2024-06-30 22:00  | 2024-06-29 22:00 .. 2024-06-30 22:00  /home  | 1
            2024-07-01 22:00  | 2024-06-30 22:00 .. 2024-07-01 22:00  /home  | 3
            """);
  }

  @Test
  default void the_day_on_which_clocks_go_forward_has_23_hours(Lab lab) {
    lab.play(lesson(), SHORT_DAY)
        .shows(
            """
            at                | window                                page   | views
            2024-03-30 23:00  | 2024-03-29 23:00 .. 2024-03-30 23:00  /home  | 1
            2024-03-31 22:00  | 2024-03-30 23:00 .. 2024-03-31 22:00  /home  | 4
            2024-04-01 22:00  | 2024-03-31 22:00 .. 2024-04-01 22:00  /home  | 1
            """);
  }

  @Test
  default void the_day_on_which_clocks_go_back_has_25_hours(Lab lab) {
    lab.play(lesson(), LONG_DAY)
        .shows(
            """
            at                | window                                page   | views
            2024-10-26 22:00  | 2024-10-25 22:00 .. 2024-10-26 22:00  /home  | 1
            2024-10-27 23:00  | 2024-10-26 22:00 .. 2024-10-27 23:00  /home  | 4
            2024-10-28 23:00  | 2024-10-27 23:00 .. 2024-10-28 23:00  /home  | 1
            """);
  }

  @Test
  default void the_clocks_change_on_another_day_a_year_later(Lab lab) {
    lab.play(lesson(), NEXT_YEAR)
        .shows(
            """
            at                | window                                page   | views
            2025-03-31 22:00  | 2025-03-30 22:00 .. 2025-03-31 22:00  /home  | 1
            """);
  }

  @Test
  default void one_watermark_ends_several_days_of_several_pages(Lab lab) {
    lab.play(lesson(), TWO_PAGES)
        .shows(
            """
            at                | window                                page    | views
            2024-03-30 23:00  | 2024-03-29 23:00 .. 2024-03-30 23:00  /home   | 1
            2024-03-30 23:00  | 2024-03-29 23:00 .. 2024-03-30 23:00  /legal  | 2
            2024-04-02 22:00  | 2024-03-30 23:00 .. 2024-03-31 22:00  /home   | 1
            2024-04-02 22:00  | 2024-03-30 23:00 .. 2024-03-31 22:00  /legal  | 1
            2024-04-02 22:00  | 2024-04-01 22:00 .. 2024-04-02 22:00  /home   | 1
            """);
  }

  @Test
  default void a_late_view_counts_until_its_day_is_over(Lab lab) {
    lab.play(lesson(), LATE)
        .shows(
            """
            at                | window                                page   | views
            2024-10-27 23:00  | 2024-10-26 22:00 .. 2024-10-27 23:00  /home  | 2
            2024-10-28 23:00  | 2024-10-27 23:00 .. 2024-10-28 23:00  /home  | 1
            """);
  }

  @Test
  default void two_weekends_of_traffic_add_up(Lab lab) {
    lab.play(lesson(), TRAFFIC).shows(DaysOracle.dailyViews(TRAFFIC));
  }
}
