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

/** What people get wrong when one of several streams may fall silent. */
public final class FastestInputMisconceptions {

  private static final String POLICY = "spark.sql.streaming.multipleWatermarkPolicy";
  private static final String TIME = "event_time";

  private FastestInputMisconceptions() {}

  private static Dataset<Row> both(Dataset<Row> first, Dataset<Row> second) {
    return first.withWatermark(TIME, "2 minutes").union(second.withWatermark(TIME, "2 minutes"));
  }

  @Misconception(
      headline = "The slower stream held everything back.",
      when = "each stream has a watermark, and the policy is the default one (min).",
      rule = "By default the least watermark counts; Spark has no idleness that leaves one out.",
      hint = 2)
  public static final class DefaultPolicy implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(both(first, second));
    }
  }

  @Misconception(
      headline = "Time follows the first stream alone.",
      when = "the second stream has no watermark.",
      rule = "A stream without a watermark cannot move time, however far ahead it is.",
      hint = 1)
  public static final class OnlyFirst implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.withWatermark(TIME, "2 minutes").union(second));
    }
  }

  @Misconception(
      headline = "The views of the second stream are missing.",
      when = "the stream that may fall silent is left out.",
      rule = "A stream that is silent now may speak again; its views count as all others.",
      hint = 1)
  public static final class WithoutSecond implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.withWatermark(TIME, "2 minutes"));
    }
  }

  @Misconception(
      headline = "Views came too late that were less than two minutes old.",
      when = "the delay is zero.",
      rule = "The delay says how much older than the newest event one may be and still count.",
      hint = 3)
  public static final class NoDelay implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.union(second).withWatermark(TIME, "0 seconds"));
    }
  }

  @Misconception(
      headline = "Results wait for ten minutes, so that nothing comes too late.",
      when = "a long delay makes up for streams of different speed.",
      rule = "The delay covers disorder; no delay is as long as a silence may be.",
      hint = 3)
  public static final class LongDelay implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.union(second).withWatermark(TIME, "10 minutes"));
    }
  }

  @Misconception(
      headline = "Each window and page has a row for each stream, and no sum.",
      when = "each stream is counted by itself.",
      rule = "To count together, put the streams together before you group.",
      hint = 1)
  public static final class CountedApart implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      first.sparkSession().conf().set(POLICY, "max");
      return Counts.of(first.withWatermark(TIME, "2 minutes"))
          .union(Counts.of(second.withWatermark(TIME, "2 minutes")));
    }
  }

  @Misconception(
      headline = "Counts came out before their window was complete.",
      when = "the mode gives out whatever changes (update).",
      rule = "Update does not wait for the clock, but each of its rows may still change.",
      hint = 1)
  public static final class UpdateMode implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.union(second).withWatermark(TIME, "2 minutes"));
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
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.showing(
          first.union(second).withWatermark(TIME, "2 minutes"), size(collect_set("event_time")));
    }
  }

  @Misconception(
      headline = "Equal views were counted once.",
      when = "equal rows of both streams are put together once, as UNION without ALL does.",
      rule = "UNION alone drops equal rows, and what the watermark has passed: say UNION ALL.",
      hint = 1)
  public static final class UnionDistinct implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      Dataset<Row> all = first.union(second).withWatermark(TIME, "2 minutes");
      return Counts.of(all.select("page", TIME).distinct());
    }
  }

  @Misconception(
      headline = "Time follows the second stream alone.",
      when = "the first stream has no watermark.",
      rule = "A stream without a watermark cannot move time, however far ahead it is.")
  public static final class OnlySecond implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(first.union(second.withWatermark(TIME, "2 minutes")));
    }
  }

  @Misconception(
      headline = "The views of the first stream are missing.",
      when = "only the second stream is counted.",
      rule = "Whichever stream is behind, its views count as all others.")
  public static final class WithoutFirst implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(second.withWatermark(TIME, "2 minutes"));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the windows is wrong.",
      rule = "The first duration of a window is its size.")
  public static final class WrongSize implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.of(
          first.union(second).withWatermark(TIME, "2 minutes"), window(col(TIME), "10 minutes"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in a window.",
      rule = "A page that the same user views twice has two views.")
  public static final class DistinctUsers implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.ofVisitors(first.union(second).withWatermark(TIME, "2 minutes"));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are grouped by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped implements TwoStreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> first, Dataset<Row> second) {
      return Counts.ofAllPages(first.union(second).withWatermark(TIME, "2 minutes"));
    }
  }
}
