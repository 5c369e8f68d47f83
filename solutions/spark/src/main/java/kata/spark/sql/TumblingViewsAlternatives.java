package kata.spark.sql;

import kata.spark.lab.SqlQuery;

/** Right answers, written differently. */
public final class TumblingViewsAlternatives {

  private TumblingViewsAlternatives() {}

  /** Gives each view its window first, and groups by it afterwards. */
  public static final class WindowFirst implements SqlQuery {
    @Override
    public String sql() {
      return """
      WITH windowed AS (SELECT page, window(event_time, '300 seconds') AS w FROM clicks)
      SELECT w.start AS window_start, w.end AS window_end, page, sum(1) AS views
      FROM windowed
      GROUP BY page, w
      """;
    }
  }

  /** Says slide and start as well, and groups by position. */
  public static final class SlideOfItsSize implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT w.start AS window_start, w.end AS window_end, page, views
      FROM (
        SELECT window(event_time, '5 minutes', '5 minutes', '0 seconds') AS w, page, count(1) AS views
        FROM clicks
        GROUP BY 1, 2)
      """;
    }
  }

  /** Takes the bounds out of the window before the views are counted. */
  public static final class PlainBounds implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT
        w.start AS window_start,
        w.start + INTERVAL 5 MINUTES AS window_end,
        page,
        count(event_id) AS views
      FROM (SELECT *, window(event_time, '5 minutes') AS w FROM clicks)
      GROUP BY w, page
      """;
    }
  }
}
