package kata.lessons.capstone;

import static kata.datasets.scenarios.CapstoneScenarios.EVERYBODY;
import static kata.datasets.scenarios.CapstoneScenarios.LIMITS;
import static kata.datasets.scenarios.CapstoneScenarios.MORNING;
import static kata.datasets.scenarios.CapstoneScenarios.QUIET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.verdict.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Write four reports about a morning in the shop.
 *
 * <p>Each report is played and judged on its own: the sessions of each user, the conversion rate of
 * each five minutes, the trending page, and the events that came too late to be counted in the
 * conversion rate.
 */
@ExtendWith(LessonExtension.class)
public interface ShopMorningLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_session_lasts_until_half_an_hour_after_its_last_event(Lab lab) {
    lab.play(lesson(), "sessions", QUIET)
        .shows(
            """
            at     | window             user  | events
            08:35  | 08:02 .. 08:35     cleo  | 2
            09:30  | 08:00 .. 08:36:30  ann   | 5
            09:30  | 08:01 .. 08:37     ben   | 3
            """);
  }

  @Test
  default void a_session_ends_with_a_silence_of_more_than_half_an_hour(Lab lab) {
    lab.play(lesson(), "sessions", LIMITS)
        .shows(
            """
            at            | window                        user  | events
            08:59:59.999  | 08:05:00.001 .. 08:35:00.001  finn  | 1
            08:59:59.999  | 08:29 .. 08:59                ben   | 1
            09:00         | 08:00 .. 09:00                ann   | 2
            10:00         | 08:26 .. 09:04:59.999         dora  | 3
            10:00         | 08:35 .. 09:05                gil   | 1
            10:00         | 08:36 .. 09:06                hal   | 1
            10:00         | 08:37 .. 09:29:59.999         ida   | 2
            10:00         | 09:00:00.001 .. 09:30:00.001  ann   | 1
            """);
  }

  @Test
  default void the_conversion_rate_counts_people_not_events(Lab lab) {
    lab.play(lesson(), "conversion", QUIET)
        .shows(
            """
            at     | window          | events  visitors  buyers  per mille
            08:05  | 08:00 .. 08:05  | 5       3         1       333
            08:35  | 08:05 .. 08:10  | 4       3         1       333
            """);
  }

  @Test
  default void the_conversion_rate_is_rounded_down(Lab lab) {
    lab.play(lesson(), "conversion", LIMITS)
        .shows(
            """
            at            | window          | events  visitors  buyers  per mille
            08:35         | 08:00 .. 08:05  | 1       1         0       0
            08:35         | 08:25 .. 08:30  | 1       1         0       0
            08:35         | 08:30 .. 08:35  | 1       1         0       0
            08:59:59.999  | 08:35 .. 08:40  | 3       3         2       666
            09:00         | 08:55 .. 09:00  | 1       1         0       0
            10:00         | 09:00 .. 09:05  | 1       1         0       0
            """);
  }

  @Test
  default void when_everybody_buys_the_rate_is_a_thousand(Lab lab) {
    lab.play(lesson(), "conversion", EVERYBODY)
        .shows(
            """
            at     | window          | events  visitors  buyers  per mille
            08:05  | 08:00 .. 08:05  | 19      19        19      1000
            """);
  }

  @Test
  default void the_trending_page_is_the_most_viewed_of_ten_minutes(Lab lab) {
    lab.play(lesson(), "trending", QUIET)
        .shows(
            """
            at     | window          | page    views
            08:05  | 07:52 .. 08:02  | /deals  1
            08:05  | 07:54 .. 08:04  | /home   2
            08:08  | 07:56 .. 08:06  | /home   3
            08:08  | 07:58 .. 08:08  | /home   3
            08:35  | 08:00 .. 08:10  | /home   4
            08:35  | 08:02 .. 08:12  | /home   3
            08:35  | 08:04 .. 08:14  | /home   2
            08:35  | 08:06 .. 08:16  | /home   1
            """);
  }

  @Test
  default void a_view_trends_in_those_of_its_windows_that_are_open(Lab lab) {
    lab.play(lesson(), "trending", LIMITS).shows(MorningOracle.trending(LIMITS));
  }

  @Test
  default void an_event_is_late_when_its_five_minutes_are_over(Lab lab) {
    lab.play(lesson(), "late", QUIET)
        .shows(
            """
            at     | event id  | event time
            08:08  | e6        | 08:04:59.999
            """);
  }

  @Test
  default void an_event_is_late_though_its_session_is_not_over(Lab lab) {
    lab.play(lesson(), "late", LIMITS)
        .shows(
            """
            at            | event id  | event time
            08:59:59.999  | e4        | 08:34:59.999
            08:59:59.999  | e5        | 08:26
            08:59:59.999  | e6        | 08:05
            08:59:59.999  | e7        | 08:05:00.001
            09:00         | e13       | 08:33
            """);
  }

  @Test
  default void the_sessions_of_a_morning_add_up(Lab lab) {
    lab.play(lesson(), "sessions", MORNING).shows(MorningOracle.sessions(MORNING));
  }

  @Test
  default void the_conversion_rates_of_a_morning_add_up(Lab lab) {
    lab.play(lesson(), "conversion", MORNING).shows(MorningOracle.conversion(MORNING));
  }

  @Test
  default void the_trending_pages_of_a_morning_add_up(Lab lab) {
    lab.play(lesson(), "trending", MORNING).shows(MorningOracle.trending(MORNING));
  }

  @Test
  default void the_late_events_of_a_morning_are_accounted_for_to_the_last_one(Lab lab) {
    Table late = MorningOracle.late(MORNING);
    Table rates = MorningOracle.conversion(MORNING);
    long counted =
        rates.emissions().stream()
            .mapToLong(rate -> Long.parseLong(rate.row().cells().get("events")))
            .sum();
    assertEquals(MORNING.events().size(), counted + late.emissions().size());

    lab.play(lesson(), "late", MORNING).shows(late);
  }
}
