package kata.spark.tumbling;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when they look for the best of each window. */
public final class BusiestPageMisconceptions {

  private BusiestPageMisconceptions() {}

  private static Dataset<Row> counts(Dataset<Row> views) {
    return views
        .groupBy(window(col("event_time"), "5 minutes").as("window"), col("page"))
        .agg(count(lit(1)).as("views"));
  }

  /** Chooses, of the counts of each group, the struct that an aggregate gives. */
  private static Dataset<Row> choose(Dataset<Row> counts, Column group, Column best) {
    return Bounds.of(
        counts
            .groupBy(group.as("window"))
            .agg(best.as("best"))
            .select(col("window"), col("best.page").as("page"), expr("abs(best.n)").as("views")));
  }

  private static final String BUSIEST = "min(struct(-views AS n, page))";

  @Misconception(
      headline = "The number belongs to the winner, the page does not.",
      when = "the greatest count and some page of the window are taken on their own.",
      rule =
          "Aggregates of two columns come from two rows; one aggregate of both keeps them"
              + " together.")
  public static final class MaxAndFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          counts(views)
              .groupBy(col("window"))
              .agg(first(col("page")).as("page"), max(col("views")).as("views")));
    }
  }

  @Misconception(
      headline = "The page is the last by name, whoever has the most views.",
      when = "page and count are maximised each on its own.",
      rule =
          "Aggregates of two columns come from two rows; one aggregate of both keeps them"
              + " together.")
  public static final class MaxOfEach implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          counts(views)
              .groupBy(col("window"))
              .agg(max(col("page")).as("page"), max(col("views")).as("views")));
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the one that sorts last won.",
      when = "the greatest pair of count and name wins.",
      rule = "Of equals the page that sorts first wins: /about before /home.")
  public static final class TieTheOtherWay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return choose(counts(views), col("window"), expr("max(struct(views AS n, page))"));
    }
  }

  @Misconception(
      headline = "The page with the fewest views won.",
      when = "the order is the wrong way round.",
      rule = "The busiest page has the most views.")
  public static final class FewestViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return choose(counts(views), col("window"), expr("min(struct(views AS n, page))"));
    }
  }

  @Misconception(
      headline = "Every page of a window has a row, not only the busiest.",
      when = "the last stage, which chooses the winner, is missing.",
      rule = "A count for each page needs a second step that sees all counts of one window.")
  public static final class NoSecondStage implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(counts(views));
    }
  }

  @Misconception(
      headline = "No page has more than one view.",
      when = "the winner is chosen among single views, before they are counted.",
      rule = "Add up first, compare then: the maximum of single events is not the maximum of sums.")
  public static final class BestOfSingleViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Bounds.of(
          views
              .groupBy(window(col("event_time"), "5 minutes").as("window"))
              .agg(min(col("page")).as("page"), lit(1L).as("views")));
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
              .groupBy(window(col("event_time"), "5 minutes").as("window"), col("page"))
              .agg(approx_count_distinct(col("user_id")).as("views"));
      return choose(visitors, col("window"), expr(BUSIEST));
    }
  }

  @Misconception(
      headline = "One row came out for two windows.",
      when = "the second stage has longer windows than the first.",
      rule = "A stage over window_time with the same size keeps the windows one to one.")
  public static final class LongerSecondStage implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return choose(counts(views), window(window_time(col("window")), "10 minutes"), expr(BUSIEST));
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      Dataset<Row> counts =
          views
              .groupBy(window(col("event_time"), "10 minutes").as("window"), col("page"))
              .agg(count(lit(1)).as("views"));
      return choose(counts, col("window"), expr(BUSIEST));
    }
  }

  @Misconception(
      headline = "The query does not start: update mode cannot chain two aggregations.",
      when = "two stages run in update mode.",
      rule = "The second stage would count rows that still change; chained stages need append.")
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return choose(counts(views), col("window"), expr(BUSIEST));
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Of equally busy pages, the wrong one won.",
      when = "max_by or min_by chooses by the number of views alone.",
      rule =
          "Which of equals max_by takes is left open: a rule for ties must be in what it compares.")
  public static final class MaxByViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return choose(counts(views), col("window"), expr("max_by(struct(views AS n, page), views)"));
    }
  }
}
