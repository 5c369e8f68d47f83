package kata.flink.sql;

import kata.flink.lab.sql.SqlQuery;
import kata.harness.diagnosis.Misconception;
import kata.harness.diagnosis.RightQuery;

/** What people get wrong when they rank the pages of a window in SQL. */
public final class TopPagesMisconceptions {

  private static final RightQuery RIGHT = new RightQuery(new TopPages().sql());

  private TopPagesMisconceptions() {}

  @Misconception(
      headline = "Places were given and taken back: -U is the old page of a place, +U the new one.",
      when = "the ranking is partitioned by the start of the window alone.",
      rule = "Only both bounds together make a window; a ranking by one of them is never final.",
      hint = 2)
  public static final class RankedWithoutEnd implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("BY window_start, window_end\n", "BY window_start\n");
    }
  }

  @Misconception(
      headline = "Places were given before the counts were final, and taken back.",
      when = "the counts are grouped by the start of the window alone.",
      rule =
          "What stands below a ranking must be a window, too: a count that changes moves places.",
      hint = 2)
  public static final class CountedWithoutEnd implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "window_end, page, COUNT",
          "window_start + INTERVAL '5' MINUTES AS window_end, page, COUNT",
          "start, window_end, page)",
          "start, page)");
    }
  }

  @Misconception(
      headline = "All windows together have one first and one second place.",
      when = "the ranking has no partition.",
      rule = "Each window has a ranking of its own if the ranking is parted by the window.",
      hint = 2)
  public static final class RankedOverAll implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("PARTITION BY window_start, window_end\n", "");
    }
  }

  @Misconception(
      headline = "Every page has place 1.",
      when = "the ranking is parted by page as well.",
      rule = "The pages of a window compete with each other: they belong into one partition.",
      hint = 2)
  public static final class RankedByPage implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("BY window_start, window_end\n", "BY window_start, window_end, page\n");
    }
  }

  @Misconception(
      headline = "The page with the fewest views has place 1.",
      when = "the order is ascending, as it is unless you say otherwise.",
      rule = "ORDER BY puts the least first.")
  public static final class FewestFirst implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("`views` DESC", "`views`");
    }
  }

  @Misconception(
      headline = "Of equals, the page that came first is first.",
      when = "the order says nothing of equals.",
      rule = "Without a rule for ties the order of arrival decides, and the next run may differ.",
      hint = 3)
  public static final class TieByArrival implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("DESC, page", "DESC");
    }
  }

  @Misconception(
      headline = "Of equals, the page that sorts last comes first.",
      when = "both columns of the order are descending.",
      rule = "DESC belongs to the column before it, and only to that.",
      hint = 3)
  public static final class TieReversed implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("DESC, page", "DESC, page DESC");
    }
  }

  @Misconception(
      headline = "Of equals, the page that was viewed last is first.",
      when = "the time of the latest view decides between equals.",
      rule = "A tie rule is part of the task: here the name decides, and no time does.",
      hint = 3)
  public static final class TieByLatestView implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(
          "AS `views`\n",
          "AS `views`, MAX(event_time) AS latest\n",
          "DESC, page",
          "DESC, latest DESC, page");
    }
  }

  @Misconception(
      headline = "The second place is missing.",
      when = "the filter keeps one place.",
      rule = "Places begin with 1.")
  public static final class OnlyTheFirst implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("<= 2", "< 2");
    }
  }

  @Misconception(
      headline = "There is a third place.",
      when = "the filter keeps three places.",
      rule = "Places begin with 1, so two of them end with 2.")
  public static final class ThreePlaces implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("<= 2", "<= 3");
    }
  }

  @Misconception(
      headline = "The first place is 0.",
      when = "the number is taken for an index.",
      rule = "Places begin with 1, as ROW_NUMBER does.")
  public static final class PlacesFromZero implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but(", place, page", ", place - 1 AS place, page");
    }
  }

  @Misconception(
      headline = "A page has several places, each with one view.",
      when = "the events are ranked, and not their counts.",
      rule = "Count first; then each page of a window is one row that can have a place.")
  public static final class EventsRanked implements SqlQuery {
    @Override
    public String sql() {
      return """
      SELECT window_start, window_end, place, page, 1 AS `views`
      FROM (
        SELECT
          *,
          ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY page) AS place
        FROM TUMBLE(TABLE clicks, DESCRIPTOR(event_time), INTERVAL '5' MINUTES))
      WHERE place <= 2
      """;
    }
  }

  @Misconception(
      headline = "Flink refuses the ranking.",
      when = "RANK takes the place of ROW_NUMBER.",
      rule = "Flink ranks a window with ROW_NUMBER only, so the order must decide between equals.",
      hint = 3)
  public static final class RankFunction implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("ROW_NUMBER", "RANK");
    }
  }

  @Misconception(
      headline = "Flink refuses the ranking.",
      when = "the ranking has no filter on its number.",
      rule =
          "A filter on the number makes a ranking that ends; without it there is nothing to keep it"
              + " small.",
      hint = 3)
  public static final class NoFilter implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("WHERE place <= 2", "");
    }
  }

  @Misconception(
      headline = "Pages were ranked by their visitors.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class VisitorsRanked implements SqlQuery {
    @Override
    public String sql() {
      return RIGHT.but("COUNT(*)", "COUNT(DISTINCT user_id)");
    }
  }
}
