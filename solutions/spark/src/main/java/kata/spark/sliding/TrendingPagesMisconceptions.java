package kata.spark.sliding;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when they look for the best of sliding windows. */
public final class TrendingPagesMisconceptions {

  private TrendingPagesMisconceptions() {}

  private static Dataset<Row> best(Dataset<Row> views, Column window) {
    return Steps.best(Steps.counts(views, window), col("window"), Steps.BEST);
  }

  @Misconception(
      headline = "There is one row for ten minutes, where a new window starts every two.",
      when = "the windows follow one another (tumbling) and do not overlap.",
      rule = "A sliding window has a size and a slide; each event lies in size / slide of them.")
  public static final class Tumbling implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return best(views, window(col("event_time"), "10 minutes"));
    }
  }

  @Misconception(
      headline = "Spark refuses the window: its slide is longer than its size.",
      when = "size and slide are swapped.",
      rule = "The size comes first: how far to look back. The slide says how often to answer.")
  public static final class SizeAndSlideSwapped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return best(views, window(col("event_time"), "2 minutes", "10 minutes"));
    }
  }

  @Misconception(
      headline = "The windows are seconds long, not minutes.",
      when = "the unit of size and slide is wrong.",
      rule = "Size and slide name their unit: read it once more.")
  public static final class SecondsForMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return best(views, window(col("event_time"), "10 seconds", "2 seconds"));
    }
  }

  @Misconception(
      headline = "A new window starts every minute, not every two.",
      when = "the slide is too short.",
      rule = "The slide is the time between two answers; the size is how far each looks back.")
  public static final class SlideTooShort implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return best(views, window(col("event_time"), "10 minutes", "1 minute"));
    }
  }

  @Misconception(
      headline = "Your windows start at odd minutes.",
      when = "the windows are shifted by a start time.",
      rule = "Windows start at multiples of their slide, counted from 1970-01-01T00:00Z.")
  public static final class WrongStart implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return best(views, window(col("event_time"), "10 minutes", "2 minutes", "1 minute"));
    }
  }

  @Misconception(
      headline = "Counts of neighbouring windows were compared, and winners came out many times.",
      when = "the second step slides as well.",
      rule = "The time of a window is its last moment: sliding again mixes five windows.",
      hint = 2)
  public static final class SlidesTwice implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.best(
          Steps.counts(views, Steps.tenEveryTwo()),
          window(window_time(col("window")), "10 minutes", "2 minutes"),
          Steps.BEST);
    }
  }

  @Misconception(
      headline = "Only one of five windows has a winner.",
      when = "the second step tumbles by the size of the first.",
      rule =
          "A window ends every two minutes: the step that compares must not be longer than that.",
      hint = 2)
  public static final class ComparesForTenMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.best(
          Steps.counts(views, Steps.tenEveryTwo()),
          window(window_time(col("window")), "10 minutes"),
          Steps.BEST);
    }
  }

  @Misconception(
      headline = "Every page has a row, not only the winner.",
      when = "the counts are never compared with each other.",
      rule = "Counting is one step, choosing among the counts of a window is another.",
      hint = 2)
  public static final class NoSecondStep implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.bounds(Steps.counts(views, Steps.tenEveryTwo()), "page", "views");
    }
  }

  @Misconception(
      headline = "The page is the last by name, whoever has the most views.",
      when = "page and count are maximised each on its own.",
      rule =
          "Aggregates of two columns come from two rows; one aggregate of both keeps them"
              + " together.",
      hint = 3)
  public static final class MaxOfEach implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.bounds(
          Steps.counts(views, Steps.tenEveryTwo())
              .groupBy(col("window"))
              .agg(max(col("page")).as("page"), max(col("views")).as("views")),
          "page",
          "views");
    }
  }

  @Misconception(
      headline = "Of equals, the page that sorts last won.",
      when = "the greatest pair of count and name wins.",
      rule = "Of equals, the page that sorts first wins.",
      hint = 3)
  public static final class LastOfEquals implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.best(
          Steps.counts(views, Steps.tenEveryTwo()),
          col("window"),
          expr("max(struct(views AS n, page))"));
    }
  }

  @Misconception(
      headline = "The least viewed page won.",
      when = "counts are compared the wrong way round.",
      rule = "The trending page is the one with the most views.",
      hint = 3)
  public static final class FewestViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.best(
          Steps.counts(views, Steps.tenEveryTwo()),
          col("window"),
          expr("min(struct(views AS n, page))"));
    }
  }

  @Misconception(
      headline = "All pages were counted together, under the name of one of them.",
      when = "the views are counted by window alone.",
      rule = "A count for each page needs the page among the columns that are grouped by.")
  public static final class PageNotGrouped implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.bounds(
          views
              .groupBy(Steps.tenEveryTwo().as("window"))
              .agg(expr("min(page)").as("page"), expr("count(*)").as("views")),
          "page",
          "views");
    }
  }

  @Misconception(
      headline = "Each count is a fifth of what it should be.",
      when = "counts are divided by the number of windows in which a view lies.",
      rule = "A view counts in full in each of its windows; only sums over windows count it twice.")
  public static final class DividedByOverlap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return best(views, Steps.tenEveryTwo()).withColumn("views", expr("views div 5"));
    }
  }

  @Misconception(
      headline = "A window came out before it was complete, and again when it changed.",
      when = "rows go out whenever they change (output mode update).",
      rule = "Only append waits until the watermark has passed the end of a window.")
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return new TrendingPagesAlternatives.OneStep().build(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Every batch repeats the whole result.",
      when = "all rows go out each time (output mode complete).",
      rule = "Complete keeps every window for ever and repeats it; only append gives each once.")
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return new TrendingPagesAlternatives.OneStep().build(views);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "The winner is the page with the most visitors, not the most views.",
      when = "each user counts once for a page.",
      rule = "A page that the same user views twice has two views.")
  public static final class MostVisitors implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Dataset<Row> visitors =
          views
              .groupBy(Steps.tenEveryTwo().as("window"), col("page"))
              .agg(approx_count_distinct(col("user_id")).as("views"));
      return Steps.best(visitors, col("window"), Steps.BEST);
    }
  }

  @Misconception(
      headline = "Of equals, the wrong page won.",
      when = "max_by or min_by chooses by the number of views alone.",
      rule =
          "Which of equals max_by takes is left open: a rule for ties must be in what it compares.",
      hint = 3)
  public static final class MaxByViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Steps.best(
          Steps.counts(views, Steps.tenEveryTwo()),
          col("window"),
          expr("max_by(struct(views AS n, page), views)"));
    }
  }
}
