package kata.lessons.watermarks;

import static kata.datasets.scenarios.HeartbeatScenarios.HEARTBEATS;
import static kata.datasets.scenarios.HeartbeatScenarios.NO_HEARTBEAT;
import static kata.datasets.scenarios.HeartbeatScenarios.OLD_ARCHIVE;
import static kata.datasets.scenarios.HeartbeatScenarios.OLD_HEARTBEAT;
import static kata.datasets.scenarios.HeartbeatScenarios.ON_THE_DOT;
import static kata.datasets.scenarios.HeartbeatScenarios.QUIET_NIGHT;
import static kata.datasets.scenarios.HeartbeatScenarios.TOGETHER;
import static kata.datasets.scenarios.HeartbeatScenarios.TRACKED;
import static kata.datasets.scenarios.HeartbeatScenarios.VIEWS_AHEAD;

import kata.harness.lab.Lab;
import kata.harness.lab.LessonExtension;
import kata.harness.lab.Play;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Let heartbeats, and nothing else, move time.
 *
 * <p>A heartbeat completes all from before its time, and does so at once: what comes behind it in
 * the same step is judged by it.
 */
@ExtendWith(LessonExtension.class)
public interface OwnGeneratorLesson {

  /** Returns the class that the learner edits. */
  Class<?> lesson();

  @Test
  default void a_heartbeat_moves_time_and_a_view_does_not(Lab lab) {
    Play play = lab.play(lesson(), HEARTBEATS);
    play.showsOn(
        "watermark",
        """
        at        | after               | watermark
        12:02:10  | 12:02 /home         | none
        12:03:10  | 12:02:30 heartbeat  | 12:02:29.999
        12:04:10  | 12:03 /home         | 12:02:29.999
        12:06:10  | 12:06 /home         | 12:02:29.999
        12:06:20  | 12:05 heartbeat     | 12:04:59.999
        12:06:30  | 12:05:30 /home      | 12:04:59.999
        12:06:40  | 12:04 /home         | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:06:20  | 12:00 .. 12:05  /home  | 2
        end       | 12:05 .. 12:10  /home  | 2
        """);
    play.showsOn(
        "late",
        """
        at        | time   | page
        12:06:40  | 12:04  | /home
        """);
  }

  @Test
  default void a_view_of_the_very_time_of_a_heartbeat_is_in_time(Lab lab) {
    Play play = lab.play(lesson(), ON_THE_DOT);
    play.showsOn(
        "watermark",
        """
        at        | after                   | watermark
        12:05:10  | 12:04:59.999 heartbeat  | 12:04:59.998
        12:05:20  | 12:04:59.999 /home      | 12:04:59.998
        12:05:30  | 12:05 heartbeat         | 12:04:59.999
        12:05:40  | 12:05 /home             | 12:04:59.999
        12:05:50  | 12:04:59.999 /home      | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:05:30  | 12:00 .. 12:05  /home  | 1
        end       | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time          | page
        12:05:50  | 12:04:59.999  | /home
        """);
  }

  @Test
  default void a_heartbeat_moves_time_before_the_next_event(Lab lab) {
    Play play = lab.play(lesson(), TOGETHER);
    play.showsOn(
        "watermark",
        """
        at        | after                                      | watermark
        12:05:10  | 12:03 /home, 12:05 heartbeat, 12:04 /home  | 12:04:59.999
        12:07:10  | 12:07 /home                                | 12:04:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:05:10  | 12:00 .. 12:05  /home  | 1
        end       | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time   | page
        12:05:10  | 12:04  | /home
        """);
  }

  @Test
  default void a_view_from_far_ahead_closes_nothing(Lab lab) {
    Play play = lab.play(lesson(), VIEWS_AHEAD);
    play.showsOn(
        "watermark",
        """
        at        | after               | watermark
        12:04:10  | 12:04 /home         | none
        12:21:10  | 12:21 /home         | none
        12:21:20  | 12:02 /legal        | none
        12:21:30  | 12:05 heartbeat     | 12:04:59.999
        12:21:40  | 12:06 /legal        | 12:04:59.999
        12:21:50  | 12:15:30 heartbeat  | 12:15:29.999
        """);
    play.shows(
        """
        at        | window          page    | views
        12:21:30  | 12:00 .. 12:05  /home   | 1
        12:21:30  | 12:00 .. 12:05  /legal  | 1
        12:21:50  | 12:05 .. 12:10  /legal  | 1
        end       | 12:20 .. 12:25  /home   | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_heartbeat_closes_windows_where_no_view_comes(Lab lab) {
    Play play = lab.play(lesson(), QUIET_NIGHT);
    play.showsOn(
        "watermark",
        """
        at        | after               | watermark
        12:01:10  | 12:01 /home         | none
        12:06:10  | 12:06 /home         | none
        12:20     | 12:12:20 heartbeat  | 12:12:19.999
        12:40     | nothing             | 12:12:19.999
        13:40     | 13:40 heartbeat     | 13:39:59.999
        """);
    play.shows(
        """
        at     | window          page   | views
        12:20  | 12:00 .. 12:05  /home  | 1
        12:20  | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void an_old_heartbeat_changes_nothing(Lab lab) {
    Play play = lab.play(lesson(), OLD_HEARTBEAT);
    play.showsOn(
        "watermark",
        """
        at        | after                             | watermark
        12:06:10  | 12:06 /home                       | none
        12:06:20  | 12:06 heartbeat, 12:03 heartbeat  | 12:05:59.999
        12:06:30  | 12:04:30 /home                    | 12:05:59.999
        12:06:40  | 12:04 heartbeat                   | 12:05:59.999
        12:10:10  | 12:10 heartbeat                   | 12:09:59.999
        """);
    play.shows(
        """
        at        | window          page   | views
        12:10:10  | 12:05 .. 12:10  /home  | 1
        """);
    play.showsOn(
        "late",
        """
        at        | time      | page
        12:06:30  | 12:04:30  | /home
        """);
  }

  @Test
  default void without_a_heartbeat_there_is_no_watermark(Lab lab) {
    Play play = lab.play(lesson(), NO_HEARTBEAT);
    play.showsOn(
        "watermark",
        """
        at        | after        | watermark
        12:01:10  | 12:01 /home  | none
        12:07:10  | 12:07 /home  | none
        13:07:10  | 13:07 /home  | none
        """);
    play.shows(
        """
        at   | window          page   | views
        end  | 12:00 .. 12:05  /home  | 1
        end  | 12:05 .. 12:10  /home  | 1
        end  | 13:05 .. 13:10  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void a_time_before_1970_is_a_time_like_any_other(Lab lab) {
    Play play = lab.play(lesson(), OLD_ARCHIVE);
    play.showsOn(
        "watermark",
        """
        at     | after                       | watermark
        12:01  | 1969-12-31 23:54 /home      | none
        12:02  | 1969-12-31 23:55 heartbeat  | 1969-12-31 23:54:59.999
        12:03  | 1969-12-31 23:59 /home      | 1969-12-31 23:54:59.999
        12:04  | 1970-01-01 00:00 heartbeat  | 1969-12-31 23:59:59.999
        12:05  | 1970-01-01 00:00 /home      | 1969-12-31 23:59:59.999
        """);
    play.shows(
        """
        at     | window                                page   | views
        12:02  | 1969-12-31 23:50 .. 1969-12-31 23:55  /home  | 1
        12:04  | 1969-12-31 23:55 .. 1970-01-01 00:00  /home  | 1
        end    | 1970-01-01 00:00 .. 1970-01-01 00:05  /home  | 1
        """);
    play.showsOn("late", "at | time | page");
  }

  @Test
  default void traffic_with_heartbeats_adds_up(Lab lab) {
    WatermarkOracle.heartbeats(TRACKED).confirms(lab.play(lesson(), TRACKED));
  }
}
