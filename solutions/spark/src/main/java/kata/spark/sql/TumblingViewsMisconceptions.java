package kata.spark.sql;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.SqlQuery;

/** What people get wrong when they count in tumbling windows in SQL. */
public final class TumblingViewsMisconceptions {

  private TumblingViewsMisconceptions() {}

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '10 minutes'), page
      """;
    }
  }

  @Misconception(
      headline = "The windows are five seconds long, not five minutes.",
      when = "the unit of the window's size is wrong.",
      rule = "The size is a text with a unit: read the unit once more.")
  public static final class SecondsForMinutes implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '5 seconds'), page
      """;
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the windows slide, and so overlap.",
      rule = "Tumbling windows follow one another; each event lies in exactly one of them.")
  public static final class Sliding implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '5 minutes', '1 minute'), page
      """;
    }
  }

  @Misconception(
      headline = "Your windows do not start at full five minutes.",
      when = "the windows are shifted by a start time.",
      rule = "Windows start at multiples of their size, counted from 1970-01-01T00:00Z.")
  public static final class Shifted implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '5 minutes', '5 minutes', '1 minute'), page
      """;
    }
  }

  @Misconception(
      headline = "Spark refuses the query: the groups have no window.",
      when = "the time is cut off, and is no window.",
      rule = "Only a window knows when it ends; a time that is cut off is a plain column.",
      hint = 2)
  public static final class TruncatedTime implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT start AS window_start, start + INTERVAL 5 MINUTES AS window_end, page, count(*) AS views
      FROM (
        SELECT
          page,
          timestamp_seconds(floor(unix_timestamp(event_time) / 300) * 300) AS start
        FROM clicks)
      GROUP BY start, page
      """;
    }
  }

  @Misconception(
      headline = "The windows start and end with the views, each at another length.",
      when = "session windows with a gap of five minutes take the place of tumbling ones.",
      rule = "A session ends after a silence; a tumbling window ends by the clock of event time.")
  public static final class Sessions implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        session_window.start AS window_start,
        session_window.end AS window_end,
        page,
        count(*) AS views
      FROM clicks
      GROUP BY session_window(event_time, '5 minutes'), page
      """;
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the query groups by the window alone.",
      rule = "One result for each page needs the page in GROUP BY.",
      hint = 2)
  public static final class NoPage implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, min(page) AS page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '5 minutes')
      """;
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, page, approx_count_distinct(user_id) AS views
      FROM clicks
      GROUP BY window(event_time, '5 minutes'), page
      """;
    }
  }

  @Misconception(
      headline = "The rows end just before their window does.",
      when = "the event time of a window, its last microsecond, is taken for its end.",
      rule = "window_time is made for a next window stage; the end of the window is a field of it.",
      hint = 2)
  public static final class LabelWindowTime implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT w.start AS window_start, window_time(w) AS window_end, page, views
      FROM (
        SELECT window(event_time, '5 minutes') AS w, page, count(*) AS views
        FROM clicks
        GROUP BY 1, 2)
      """;
    }
  }

  @Misconception(
      headline = "The start of the row is the time of a view, not the start of the window.",
      when = "the row is labelled with the time of the window's first event.",
      rule = "Take the label from the window; every event in it has another time.",
      hint = 2)
  public static final class LabelFromFirstEvent implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT min(event_time) AS window_start, window.end AS window_end, page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '5 minutes'), page
      """;
    }
  }

  @Misconception(
      headline = "A page has a row for each of its visitors.",
      when = "the query groups by user as well.",
      rule = "What is grouped by is what has a row: a count for each page needs the page alone.",
      hint = 2)
  public static final class UserInKey implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window.start AS window_start, window.end AS window_end, page, count(*) AS views
      FROM clicks
      GROUP BY window(event_time, '5 minutes'), page, user_id
      """;
    }
  }
}
