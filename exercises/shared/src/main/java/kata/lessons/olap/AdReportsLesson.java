package kata.lessons.olap;

import static kata.datasets.scenarios.OlapScenarios.CRASH;
import static kata.datasets.scenarios.OlapScenarios.LATE;
import static kata.datasets.scenarios.OlapScenarios.QUESTIONS;
import static kata.datasets.scenarios.OlapScenarios.SLOW_CLOCK;
import static kata.datasets.scenarios.OlapScenarios.TRAFFIC;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gather clicks on advertisements by minute, and answer three questions while they come in.
 *
 * <p>The watermark is ten seconds behind the latest click. A minute is in the table when it is
 * over, and late clicks correct it for an hour. Days and hours are those of UTC.
 */
@ExtendWith(LessonExtension.class)
public interface AdReportsLesson {

  /** The table with the minutes. */
  String TABLE = "table ad_minutes";

  /** How often was each ad clicked in the last five minutes? */
  String CLICKS_PER_AD = "question clicks per ad";

  /** Which two campaigns were clicked most today? */
  String TOP_CAMPAIGNS = "question top campaigns";

  /** What has each hour of today brought? */
  String REVENUE_PER_HOUR = "question revenue per hour";

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void the_last_five_minutes_end_now(Lab lab) {
    lab.play(lesson(), QUESTIONS)
        .showsOn(
            CLICKS_PER_AD,
            """
            at        | ad id    | clicks
            12:07     | tea-1    | 2
            12:07     | coffee-2 | 1
            12:08:30  | coffee-1 | 1
            12:11:30  | autumn-1 | 3
            12:11:30  | autumn-2 | 1
            12:11:30  | spring-1 | 1
            12:11:30  | tea-1    | 1
            """);
  }

  @Test
  default void today_began_at_midnight(Lab lab) {
    lab.play(lesson(), QUESTIONS)
        .showsOn(
            TOP_CAMPAIGNS,
            """
            at        | campaign id | clicks
            12:07     | coffee      | 3
            12:07     | tea         | 3
            12:08:30  | coffee      | 4
            12:08:30  | tea         | 3
            12:11:30  | autumn      | 4
            12:11:30  | coffee      | 4
            """);
  }

  @Test
  default void an_hour_has_what_its_clicks_cost(Lab lab) {
    lab.play(lesson(), QUESTIONS)
        .showsOn(
            REVENUE_PER_HOUR,
            """
            at        | hour  | revenue cents
            12:07     | 00:00 | 50
            12:07     | 11:00 | 80
            12:07     | 12:00 | 210
            12:08:30  | 00:00 | 50
            12:08:30  | 11:00 | 80
            12:08:30  | 12:00 | 300
            12:11:30  | 00:00 | 50
            12:11:30  | 11:00 | 80
            12:11:30  | 12:00 | 410
            """);
  }

  @Test
  default void a_late_click_corrects_its_minute_and_all_answers(Lab lab) {
    Play play = lab.play(lesson(), LATE);
    play.showsOn(
        TABLE,
        """
        at        | minute  ad id     | campaign id  clicks  revenue cents
        12:03:40  | 12:01   coffee-1  | coffee       1       80
        12:04     | 12:01   coffee-1  | coffee       2       150
        13:01:30  | 12:01   coffee-1  | coffee       3       210
        13:01:30  | 12:03   coffee-1  | coffee       1       80
        13:02:30  | 12:01   coffee-1  | coffee       4       260
        13:02:30  | 12:03   coffee-1  | coffee       1       80
        13:02:30  | 13:01   coffee-1  | coffee       1       80
        """);
    play.showsOn(
        CLICKS_PER_AD,
        """
        at        | ad id    | clicks
        12:03:40  | coffee-1 | 1
        12:04     | coffee-1 | 2
        13:02:30  | coffee-1 | 1
        """);
    play.showsOn(
        REVENUE_PER_HOUR,
        """
        at        | hour  | revenue cents
        12:03:40  | 12:00 | 80
        12:04     | 12:00 | 150
        13:01:30  | 12:00 | 290
        13:02:30  | 12:00 | 340
        13:02:30  | 13:00 | 80
        """);
  }

  @Test
  default void minutes_that_begin_now_or_later_are_not_among_the_last_five(Lab lab) {
    lab.play(lesson(), SLOW_CLOCK)
        .showsOn(
            CLICKS_PER_AD,
            """
            at     | ad id    | clicks
            12:05  | coffee-1 | 2
            12:05  | tea-1    | 1
            """);
  }

  @Test
  default void a_minute_that_is_written_again_after_a_failure_counts_once(Lab lab) {
    Play play = lab.play(lesson(), CRASH);
    play.showsOn(
        TABLE,
        """
        at        | minute  ad id     | campaign id  clicks  revenue cents
        12:03:30  | 12:01   coffee-1  | coffee       2       160
        12:03:30  | 12:02   tea-1     | tea          1       20
        """);
    play.showsOn(
        TOP_CAMPAIGNS,
        """
        at        | campaign id | clicks
        12:03:30  | coffee      | 2
        12:03:30  | tea         | 1
        """);
  }

  @Test
  default void generated_clicks_add_up(Lab lab) {
    Play play = lab.play(lesson(), TRAFFIC);
    play.showsOn(CLICKS_PER_AD, AdOracle.clicksPerAd(TRAFFIC));
    play.showsOn(TOP_CAMPAIGNS, AdOracle.topCampaigns(TRAFFIC));
    play.showsOn(REVENUE_PER_HOUR, AdOracle.revenuePerHour(TRAFFIC));
  }
}
