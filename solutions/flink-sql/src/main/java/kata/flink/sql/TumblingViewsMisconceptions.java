package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.diagnosis.Misconception;

/** What people get wrong when they count in tumbling windows in SQL. */
public final class TumblingViewsMisconceptions {

  private TumblingViewsMisconceptions() {}

  @Misconception(
      headline = "Rows came out at once and were taken back: -U is the old count, +U the new one.",
      when = "the query groups by the start of the window, and not by its end.",
      rule =
          "Only both bounds together make a window; one of them is a plain column, and never"
              + " final.",
      hint = 2)
  public static final class GroupedWithoutEnd implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_start + INTERVAL '5' MINUTES AS window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, page
      """;
    }
  }

  @Misconception(
      headline = "One count for each page, which grows for ever.",
      when = "the query groups by page, and asks for the bounds as aggregates.",
      rule = "A window that is not in GROUP BY does not part the events.",
      hint = 2)
  public static final class GroupedByPage implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT MIN(window_start) AS window_start, MAX(window_end) AS window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY page
      """;
    }
  }

  @Misconception(
      headline = "Every view came out, with the number of views so far.",
      when = "COUNT(*) OVER takes the place of a group.",
      rule = "OVER gives a row for each event; a window gives one for each group, at its end.")
  public static final class CountedOver implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        window_start,
        window_end,
        page,
        COUNT(*) OVER (PARTITION BY page ORDER BY event_time) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      """;
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The windows are five seconds long, not five minutes.",
      when = "the unit of the window's size is wrong.",
      rule = "An interval is a number and a unit: read the unit once more.")
  public static final class SecondsForMinutes implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' SECONDS)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "Each view was counted in more than one window.",
      when = "the windows hop by less than their size, and so overlap.",
      rule = "Tumbling windows follow one another; each event lies in exactly one of them.")
  public static final class Hopping implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '1' MINUTES, INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "Your windows do not start at full five minutes.",
      when = "the windows are shifted by an offset.",
      rule = "Windows start at multiples of their size, counted from 1970-01-01T00:00Z.")
  public static final class Shifted implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '1' MINUTES)
      GROUP BY window_start, window_end, page
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
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM SESSION(TABLE clicks PARTITION BY page, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
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
      SELECT window_start, window_end, MIN(page) AS page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end
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
      SELECT window_start, window_end, page, COUNT(DISTINCT user_id) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The rows end just before their window does.",
      when = "the time of the window, its last millisecond, is taken for its end.",
      rule = "window_time is made for a next window on top; the end of the window is window_end.",
      hint = 2)
  public static final class LabelWindowTime implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_time AS window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, window_time, page
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
      SELECT MIN(event_time) AS window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "Nothing came out.",
      when = "the windows are those of the machine's clock, which PROCTIME() reads.",
      rule =
          "Only event time gives the same answer again; the clock of the machine knows nothing of"
              + " it.")
  public static final class ProcessingTime implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH stamped AS (SELECT page, PROCTIME() AS seen FROM clicks)
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE stamped, DESCRIPTOR(seen), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
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
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page, user_id
      """;
    }
  }
}
