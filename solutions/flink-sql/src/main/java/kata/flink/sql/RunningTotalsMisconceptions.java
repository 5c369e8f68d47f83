package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.diagnosis.Misconception;

/** What people get wrong when they cumulate in SQL. */
public final class RunningTotalsMisconceptions {

  private RunningTotalsMisconceptions() {}

  @Misconception(
      headline = "Each row counts five minutes only.",
      when = "the windows tumble.",
      rule = "A running total has one start and many ends; a tumbling window has one of each.")
  public static final class Increments implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The totals come out only when the quarter is over.",
      when = "windows of a quarter of an hour tumble.",
      rule = "A running total shows what is known at each step on the way.")
  public static final class OnlyTheLast implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The totals never begin anew: they are those of the last fifteen minutes.",
      when = "the windows hop.",
      rule =
          "A hopping window moves its start along; a running total keeps it until the quarter is"
              + " over.")
  public static final class LastFifteen implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The totals are labelled with the quarter, but views from before it still count.",
      when = "windows hop, and each is given the start of the quarter in which it ends.",
      rule = "A label does not change what a window holds, and one that hops reaches back.")
  public static final class HopLabelledAsQuarter implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        CASE MOD(EXTRACT(MINUTE FROM window_end), 15)
          WHEN 5 THEN window_end - INTERVAL '5' MINUTES
          WHEN 10 THEN window_end - INTERVAL '10' MINUTES
          ELSE window_end - INTERVAL '15' MINUTES
        END AS window_start,
        window_end,
        page,
        COUNT(*) AS `views`
      FROM HOP(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "Flink refuses the window: it is shorter than its step.",
      when = "the greatest size stands first.",
      rule = "In SQL the step stands before the size, as the slide does.",
      hint = 2)
  public static final class SizeFirst implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '15' MINUTES, INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "Totals came out at once and were taken back: -U is the old one, +U the new one.",
      when = "the query groups by the end of the window, and not by its start.",
      rule =
          "Only both bounds together make a window; one of them is a plain column, and never"
              + " final.",
      hint = 2)
  public static final class GroupedWithoutStart implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT MIN(window_start) AS window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_end, page
      """;
    }
  }

  @Misconception(
      headline =
          "A view was counted once for each end, in one total that was taken back again and again.",
      when = "the query groups by the start of the window, and not by its end.",
      rule = "Windows of the same start share a group then; each event is in up to three of them.",
      hint = 2)
  public static final class GroupedWithoutEnd implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, MAX(window_end) AS window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, page
      """;
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the query groups by the window alone.",
      rule = "One result for each page needs the page in GROUP BY.")
  public static final class NoPage implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, MIN(page) AS page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end
      """;
    }
  }

  @Misconception(
      headline = "A page that was viewed on two devices has two rows in the same window.",
      when = "the query groups by the device as well.",
      rule = "Each column in GROUP BY splits the rows: group by what a row is for, and no more.",
      hint = 2)
  public static final class RowForEachDevice implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page, device
      """;
    }
  }

  @Misconception(
      headline = "There are totals between full five minutes.",
      when = "the step is one minute.",
      rule = "The step is the distance from one end to the next.")
  public static final class EveryMinute implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '1' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The totals begin anew only at full half hours.",
      when = "the greatest size is half an hour.",
      rule = "The greatest size says when the totals begin anew.")
  public static final class HalfHour implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '30' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The totals at the full quarter are missing.",
      when = "a total is left out where the next ones begin anew.",
      rule = "Of the three totals of a quarter, the last is that of all its fifteen minutes.")
  public static final class NoneAtTheQuarter implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      HAVING MOD(EXTRACT(MINUTE FROM window_end), 15) <> 0
      """;
    }
  }

  @Misconception(
      headline = "A page without a new view in the last five minutes has no total.",
      when = "a total is left out when nothing was added to it in the last step.",
      rule = "Where nothing new comes, a running total stays as it is, and it still has a row.",
      hint = 3)
  public static final class OnlyWhatIsNew implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      HAVING MAX(CAST(event_time AS TIMESTAMP(3))) >= window_end - INTERVAL '5' MINUTES
      """;
    }
  }

  @Misconception(
      headline = "Every view came out, with the number of views so far.",
      when = "COUNT(*) OVER takes the place of a window.",
      rule = "OVER gives a row for each event, and its totals never begin anew.")
  public static final class OverEvents implements SqlQuery {
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
      headline = "Totals go on over the quarter, and a page without new views has none.",
      when = "counts of five minutes are added up with OVER.",
      rule = "A sum over rows has no row where nothing was counted, and no quarter that ends.",
      hint = 3)
  public static final class SumOfSteps implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH steps AS (
        SELECT window_start, window_end, window_time, page, COUNT(*) AS `views`
        FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES)
        GROUP BY window_start, window_end, window_time, page)
      SELECT
        window_start,
        window_end,
        page,
        SUM(`views`) OVER (PARTITION BY page ORDER BY window_time) AS `views`
      FROM steps
      """;
    }
  }

  @Misconception(
      headline = "The rows start with the last five minutes, and their counts with the quarter.",
      when = "the start of the row is computed from its end.",
      rule = "All totals of a quarter have the same start: take it from the window.",
      hint = 2)
  public static final class LabelOfStep implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_end - INTERVAL '5' MINUTES AS window_start, window_end, page, COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }

  @Misconception(
      headline = "The rows end a millisecond before the full five minutes.",
      when = "the last moment within a window, its window_time, is taken for its end.",
      rule = "The end of a window is the first moment after it.",
      hint = 2)
  public static final class LastMillisecondAsEnd implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        window_start,
        CAST(window_time AS TIMESTAMP(3)) AS window_end,
        page,
        COUNT(*) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, window_time, page
      """;
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a total.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, page, COUNT(DISTINCT user_id) AS `views`
      FROM CUMULATE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES, INTERVAL '15' MINUTES)
      GROUP BY window_start, window_end, page
      """;
    }
  }
}
