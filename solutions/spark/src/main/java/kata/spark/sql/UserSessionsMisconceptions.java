package kata.spark.sql;

import kata.harness.diagnosis.Misconception;
import kata.harness.diagnosis.RightQuery;
import kata.spark.lab.SqlQuery;

/** What people get wrong when they make sessions in SQL. */
public final class UserSessionsMisconceptions {

  private static final RightQuery RIGHT = new RightQuery(new UserSessions().sql());

  private UserSessionsMisconceptions() {}

  @Misconception(
      headline = "A session ended when the user went to another device.",
      when = "the group is the browser's session.",
      rule = "A browser has a session for each device; the user is one and the same.",
      hint = 2)
  public static final class PartitionByBrowser implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("user_id AS", "min(user_id) AS", ", user_id", ", session_id");
    }
  }

  @Misconception(
      headline = "Spark refuses the query: a session needs somebody whose it is.",
      when = "the query groups by the session alone.",
      rule = "A session belongs to somebody: one more grouping column says to whom.",
      hint = 2)
  public static final class NobodysSession implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("user_id AS", "min(user_id) AS", ", user_id", "");
    }
  }

  @Misconception(
      headline = "A session was cut at midnight.",
      when = "the query groups by the date of the events as well.",
      rule = "Only a silence ends a session; one that goes on past midnight is still the same.",
      hint = 2)
  public static final class CutAtMidnight implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(", user_id", ", user_id, to_date(event_time)");
    }
  }

  @Misconception(
      headline = "Sessions ended after ten minutes of silence.",
      when = "the gap is ten minutes.",
      rule = "The gap is the longest silence that does not end a session.")
  public static final class ShortGap implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("30 minutes", "10 minutes");
    }
  }

  @Misconception(
      headline = "Nearly every event is a session.",
      when = "the unit of the gap is wrong.",
      rule = "The gap is a text with a unit: read the unit once more.")
  public static final class SecondsForMinutes implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("30 minutes", "30 seconds");
    }
  }

  @Misconception(
      headline = "The windows start at full half hours, not with the first event.",
      when = "windows of half an hour tumble.",
      rule = "A session starts with an event and ends after a silence, not by the clock.")
  public static final class Tumbling implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("session_window", "window");
    }
  }

  @Misconception(
      headline = "Spark refuses the query: it does not count distinct values of a stream.",
      when = "the pages are counted with DISTINCT.",
      rule = "An exact distinct count keeps all values of a stream; a set of one session is small.",
      hint = 3)
  public static final class ExactDistinct implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("size(collect_set(page))", "count(DISTINCT page)");
    }
  }

  @Misconception(
      headline = "A page that was seen twice was counted twice.",
      when = "all events are counted where different pages are asked for.",
      rule = "Different pages need a set, which has each of them once.",
      hint = 3)
  public static final class PagesNotDistinct implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("size(collect_set(page))", "count(page)");
    }
  }

  @Misconception(
      headline = "A page on which something was done, but which was not viewed, is missing.",
      when = "only the pages of page views are in the set.",
      rule = "Every event has a page, whatever its type: a purchase happens on one as well.",
      hint = 3)
  public static final class ViewedPagesOnly implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "collect_set(page)", "collect_set(if(event_type = 'PAGE_VIEW', page, NULL))");
    }
  }

  @Misconception(
      headline = "Every session is half an hour too long.",
      when = "the length of the window is taken for that of the session.",
      rule = "The window ends with the gap; the session ended with its last event.",
      hint = 2)
  public static final class SecondsOfWindow implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "min(event_time), max(event_time)", "session_window.start, session_window.end");
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
      return RIGHT.but("session_window.end", "max(event_time)");
    }
  }

  @Misconception(
      headline = "Only page views were counted.",
      when = "events of other types are left out.",
      rule = "Every event is one, and every event keeps a session alive.")
  public static final class ViewsOnly implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("FROM clicks", "FROM clicks WHERE event_type = 'PAGE_VIEW'");
    }
  }

  @Misconception(
      headline = "The length of the sessions is in minutes.",
      when = "the difference of two times is taken in minutes.",
      rule = "TIMESTAMPDIFF counts whole units of the kind that you name.",
      hint = 2)
  public static final class MinutesForSeconds implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("SECOND", "MINUTE");
    }
  }

  @Misconception(
      headline = "The length of a session that took an hour or more lacks the full hours.",
      when = "only the minutes and the seconds of the difference are added up.",
      rule = "The minutes of an interval are what its hours leave: count all of it in one unit.",
      hint = 3)
  public static final class SecondsWithoutHours implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("max(event_time))", "max(event_time)) % 3600");
    }
  }

  @Misconception(
      headline = "The length of a session that took a day or more lacks the full days.",
      when = "only the hours, minutes and seconds of the difference are added up.",
      rule = "The hours of an interval are what its days leave: count all of it in one unit.",
      hint = 3)
  public static final class SecondsWithoutDays implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("max(event_time))", "max(event_time)) % 86400");
    }
  }

  @Misconception(
      headline = "The length was taken between the events that arrived first and last.",
      when = "the order of arrival is taken for the order of events.",
      rule = "Events arrive in any order; a session lasts from its least time to its greatest.",
      hint = 3)
  public static final class FirstAndLastArrived implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "timestampdiff(SECOND, min(event_time), max(event_time))",
          "abs(timestampdiff(SECOND, first(event_time), last(event_time)))");
    }
  }

  @Misconception(
      headline = "A duration counts a second that had only begun.",
      when = "both times are cut to whole seconds, and then subtracted.",
      rule = "Subtract first, then cut: from 10.6 to 12.2 one whole second has passed.",
      hint = 2)
  public static final class SecondsCutFirst implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "timestampdiff(SECOND, min(event_time), max(event_time))",
          "unix_timestamp(max(event_time)) - unix_timestamp(min(event_time))");
    }
  }

  @Misconception(
      headline = "The number of different pages is an estimate, and with many it is a few off.",
      when = "the pages are counted approximately (approx_count_distinct).",
      rule = "A sketch keeps little and errs; an exact number needs the set of the pages.",
      hint = 3)
  public static final class EstimatedPages implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("size(collect_set(page))", "approx_count_distinct(page)");
    }
  }
}
