package kata.spark.watermarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.TwoStreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong about the watermark of several inputs. */
public final class SeveralInputsMisconceptions {

  private static final String TIME = "event_time";

  private SeveralInputsMisconceptions() {}

  private static Dataset<Row> both(Dataset<Row> web, Dataset<Row> app) {
    return web.withWatermark(TIME, "1 minute").union(app.withWatermark(TIME, "5 minutes"));
  }

  @Misconception(
      headline = "The faster stream set the clock, and views of the slower one came too late.",
      when = "one watermark is set where the streams have been put together.",
      rule = "One watermark follows the newest event of all; only one for each stream can wait.",
      hint = 1)
  public static final class AfterUnion implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(web.union(app).withWatermark(TIME, "5 minutes"));
    }
  }

  @Misconception(
      headline = "The faster stream sets the clock, and views of the slower one come too late.",
      when = "the policy of several watermarks is that the greatest counts (max).",
      rule = "By default the least of all watermarks counts, which loses nothing.",
      hint = 3)
  public static final class MaxPolicy implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      web.sparkSession().conf().set("spark.sql.streaming.multipleWatermarkPolicy", "max");
      return Counts.of(both(web, app));
    }
  }

  @Misconception(
      headline = "The site is waited for five minutes, and the app one.",
      when = "the delays are swapped.",
      rule = "A delay says how far one stream is out of order.",
      hint = 2)
  public static final class DelaysSwapped implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(
          web.withWatermark(TIME, "5 minutes").union(app.withWatermark(TIME, "1 minute")));
    }
  }

  @Misconception(
      headline = "Views of the app came too late, although they kept to their five minutes.",
      when = "both streams are waited for one minute.",
      rule = "Each stream needs the delay of its own disorder.",
      hint = 2)
  public static final class OneMinuteForBoth implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(
          web.withWatermark(TIME, "1 minute").union(app.withWatermark(TIME, "1 minute")));
    }
  }

  @Misconception(
      headline = "The site held back what was complete.",
      when = "both streams are waited for five minutes.",
      rule = "Each stream needs the delay of its own disorder; a longer one makes answers late.",
      hint = 2)
  public static final class FiveMinutesForBoth implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(
          web.withWatermark(TIME, "5 minutes").union(app.withWatermark(TIME, "5 minutes")));
    }
  }

  @Misconception(
      headline = "The clock does not wait for the app.",
      when = "only the site's stream has a watermark.",
      rule = "A stream without a watermark says nothing about time, and holds nothing back.",
      hint = 1)
  public static final class OnlyWeb implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(web.withWatermark(TIME, "1 minute").union(app));
    }
  }

  @Misconception(
      headline = "Each window and page has a row for each stream, and no sum.",
      when = "each stream is counted by itself.",
      rule = "To count together, put the streams together before you group.",
      hint = 1)
  public static final class CountedApart implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(web.withWatermark(TIME, "1 minute"))
          .union(Counts.of(app.withWatermark(TIME, "5 minutes")));
    }
  }

  @Misconception(
      headline = "Counts came out before their window was complete.",
      when = "the mode gives out whatever changes (update).",
      rule = "Update shows each change; append waits until a row is final.",
      hint = 1)
  public static final class UpdateMode implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(both(web, app));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Views of one page at the same moment were counted once.",
      when = "different event times are counted.",
      rule = "Two views may share a moment: count the rows.",
      hint = 1)
  public static final class CountsMoments implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.showing(both(web, app), size(collect_set("event_time")));
    }
  }

  @Misconception(
      headline = "Equal views were counted once, and a view was dropped whose window was open.",
      when = "equal rows of both streams are put together once, as UNION without ALL does.",
      rule = "UNION alone drops equal rows, and what the watermark has passed: say UNION ALL.",
      hint = 1)
  public static final class UnionDistinct implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(both(web, app).select("page", TIME).distinct());
    }
  }

  @Misconception(
      headline = "The clock does not wait for the site.",
      when = "the site has no watermark.",
      rule = "A stream without a watermark is waited for by nobody.")
  public static final class OnlyApp implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(web.union(app.withWatermark(TIME, "5 minutes")));
    }
  }

  @Misconception(
      headline = "The views of the app are missing.",
      when = "only the site is counted.",
      rule = "Both streams are counted together; the slower one is waited for.")
  public static final class WithoutApp implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(web.withWatermark(TIME, "1 minute"));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the windows is wrong.",
      rule = "The first duration of a window is its size.")
  public static final class WrongSize implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.of(both(web, app), window(col(TIME), "10 minutes"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.ofVisitors(both(web, app));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> web, Dataset<Row> app) {
      return Counts.ofAllPages(both(web, app));
    }
  }
}
