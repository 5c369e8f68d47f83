package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.diagnosis.Misconception;
import kata.harness.diagnosis.RightQuery;

/** What people get wrong when they make sessions in SQL. */
public final class UserSessionsMisconceptions {

  private static final RightQuery RIGHT = new RightQuery(new UserSessions().sql());

  private UserSessionsMisconceptions() {}

  @Misconception(
      headline =
          "Users share a session, and its rows were taken back: -U is the old row, +U the new one.",
      when = "SESSION has no PARTITION BY, and the user is only in GROUP BY.",
      rule =
          "Without a partition one silence of everybody ends the session; GROUP BY comes too late.",
      hint = 2)
  public static final class NoPartition implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(" PARTITION BY user_id", "");
    }
  }

  @Misconception(
      headline = "There is one session for all users together.",
      when = "neither the window nor the group has a user.",
      rule = "A session belongs to somebody: the partition says to whom.",
      hint = 2)
  public static final class NobodysSession implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "user_id AS", "MIN(user_id) AS", " PARTITION BY user_id", "", ", user_id\n", "\n");
    }
  }

  @Misconception(
      headline = "A session ended when the user went to another device.",
      when = "the partition is the browser's session.",
      rule = "A browser has a session for each device; the user is one and the same.",
      hint = 2)
  public static final class PartitionByBrowser implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "user_id AS",
          "MIN(user_id) AS",
          "BY user_id",
          "BY session_id",
          ", user_id\n",
          ", session_id\n");
    }
  }

  @Misconception(
      headline = "Sessions ended after ten minutes of silence.",
      when = "the gap is ten minutes.",
      rule = "The gap is the longest silence that does not end a session.")
  public static final class ShortGap implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("'30' MINUTES", "'10' MINUTES");
    }
  }

  @Misconception(
      headline = "Nearly every event is a session.",
      when = "the unit of the gap is wrong.",
      rule = "An interval is a number and a unit: read the unit once more.")
  public static final class SecondsForMinutes implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("'30' MINUTES", "'30' SECONDS");
    }
  }

  @Misconception(
      headline = "A silence of exactly 30 minutes ended a session.",
      when = "the gap is a millisecond too short.",
      rule = "Windows that touch merge: only a silence longer than the gap ends a session.")
  public static final class ExactGapEnds implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "  window_end,",
          "  window_end + INTERVAL '0.001' SECOND(1, 3) AS window_end,",
          "'30' MINUTES",
          "'1799.999' SECOND(4, 3)");
    }
  }

  @Misconception(
      headline = "The windows start at full half hours, not with the first event.",
      when = "windows of half an hour tumble.",
      rule = "A session starts with an event and ends after a silence, not by the clock.")
  public static final class Tumbling implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("SESSION", "TUMBLE", " PARTITION BY user_id", "");
    }
  }

  @Misconception(
      headline = "Sessions were taken back and replaced: -U is the old row, +U the new one.",
      when = "the query groups by the start of the window, and not by its end.",
      rule =
          "Only both bounds together make a window; one of them is a plain column, and never"
              + " final.",
      hint = 2)
  public static final class GroupedWithoutEnd implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "  window_end,",
          "  MAX(window_end) AS window_end,",
          "start, window_end, user_id",
          "start, user_id");
    }
  }

  @Misconception(
      headline = "A page that was seen twice was counted twice.",
      when = "all events are counted where different pages are asked for.",
      rule = "Different pages need DISTINCT.")
  public static final class PagesNotDistinct implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("DISTINCT page", "page");
    }
  }

  @Misconception(
      headline = "A page on which something was done, but that was not viewed, is not counted.",
      when = "only page views are asked for their page.",
      rule = "Every event has a page: a purchase is made on one as well.",
      hint = 3)
  public static final class PagesOfViews implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("DISTINCT page)", "DISTINCT page) FILTER (WHERE event_type = 'PAGE_VIEW')");
    }
  }

  @Misconception(
      headline = "Every session is half an hour too long.",
      when = "the length of the window is taken for that of the session.",
      rule = "The window ends with the gap; the session ended with its last event.",
      hint = 3)
  public static final class SecondsOfWindow implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("MIN(event_time), MAX(event_time)", "window_start, window_end");
    }
  }

  @Misconception(
      headline = "The windows end with their last event.",
      when = "the time of the last event is taken for the end of the window.",
      rule =
          "A window ends a gap after its last event; that is when the session is known to be over.",
      hint = 2)
  public static final class EndAtLastEvent implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("  window_end,", "  MAX(event_time) AS window_end,");
    }
  }

  @Misconception(
      headline = "Only page views were counted.",
      when = "events of other types are left out.",
      rule = "Every event is one, and every event keeps a session alive.")
  public static final class ViewsOnly implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "SELECT\n",
          "WITH page_views AS (SELECT * FROM clicks WHERE event_type = 'PAGE_VIEW') SELECT\n",
          "TABLE clicks",
          "TABLE page_views");
    }
  }

  @Misconception(
      headline = "The sessions are right, but their events are page views only.",
      when = "all events make the sessions, and only page views are counted.",
      rule = "Whatever a user does is an event: a purchase counts as a view does.")
  public static final class ViewsForEvents implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("COUNT(*)", "COUNT(*) FILTER (WHERE event_type = 'PAGE_VIEW')");
    }
  }

  @Misconception(
      headline = "The length of the sessions is in minutes.",
      when = "the difference of two times is taken in minutes.",
      rule = "TIMESTAMPDIFF counts whole units of the kind that you name.",
      hint = 3)
  public static final class MinutesForSeconds implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("SECOND", "MINUTE");
    }
  }

  @Misconception(
      headline = "The length of the sessions is one of full minutes, given in seconds.",
      when = "the difference is taken in minutes, and multiplied by sixty.",
      rule = "What was cut off does not come back: subtract in the unit that is asked for.",
      hint = 3)
  public static final class MinutesTimesSixty implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("TIMESTAMPDIFF(SECOND", "60 * TIMESTAMPDIFF(MINUTE");
    }
  }

  @Misconception(
      headline = "A duration counts a second that had only begun.",
      when = "both times are cut to whole seconds, and then subtracted.",
      rule = "Subtract first, then cut: from 10.6 to 12.2 one whole second has passed.",
      hint = 3)
  public static final class SecondsCutFirst implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "MIN(event_time), MAX(event_time)",
          "FLOOR(MIN(event_time) TO SECOND), FLOOR(MAX(event_time) TO SECOND)");
    }
  }
}
