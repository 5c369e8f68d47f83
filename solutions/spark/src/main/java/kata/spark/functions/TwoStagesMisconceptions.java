package kata.spark.functions;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;
import static org.apache.spark.sql.functions.window_time;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people get wrong when one window follows another. */
public final class TwoStagesMisconceptions {

  private TwoStagesMisconceptions() {}

  @Misconception(
      headline = "Views of a whole quarter were added up.",
      when = "one window of a quarter of an hour counts the views.",
      rule = "The most in any five minutes is not the most in fifteen: count first, then compare.")
  public static final class QuarterOnly implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(Stages.counts(views, "15 minutes"), Stages.quarter(), Stages.BEST);
    }
  }

  @Misconception(
      headline = "There is a row for every five minutes, not for every quarter.",
      when = "the second stage groups by the window of the first.",
      rule = "A second window, longer than the first, gathers its rows by their time.",
      hint = 2)
  public static final class SameWindow implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(Stages.counts(views, "5 minutes"), col("five"), Stages.BEST);
    }
  }

  @Misconception(
      headline = "Counts were added up where the greatest was asked for.",
      when = "the second stage sums up the counts of a page.",
      rule = "Sum in the first stage, compare in the second: the peak is one of the counts.")
  public static final class SumOfCounts implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes")
              .groupBy(Stages.quarter().as("five"), col("page"))
              .agg(expr("sum(views)").as("views")),
          Stages.quarter(),
          Stages.BEST);
    }
  }

  @Misconception(
      headline = "Every page of a quarter has a row, not only the best.",
      when = "the second stage groups by the page as well.",
      rule = "What is grouped by is what has a row: one winner for all pages needs no page there.")
  public static final class PeakOfEachPage implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.peaks(
          Stages.counts(views, "5 minutes")
              .groupBy(Stages.quarter().as("quarter"), col("page"))
              .agg(expr(Stages.BEST).as("best")));
    }
  }

  @Misconception(
      headline = "Of equals, the page that sorts first won, not the earlier five minutes.",
      when = "the name decides before the time does.",
      rule = "Structs are compared field by field: the order of the fields is the order of rules.",
      hint = 3)
  public static final class NameBeforeTime implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes"),
          Stages.quarter(),
          "min(struct(-views AS n, page, five.start AS peak))");
    }
  }

  @Misconception(
      headline = "Of equals, the later five minutes or the page that sorts last won.",
      when = "the greatest struct is taken, or max_by compares the views alone.",
      rule = "Of equals the earlier wins, and then the page that sorts first.",
      hint = 3)
  public static final class TieTheOtherWay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes"),
          Stages.quarter(),
          "max(struct(views AS n, five.start AS peak, page))");
    }
  }

  @Misconception(
      headline = "The peak is a count of one row and the page or the time of another.",
      when = "views, start and page are each taken on their own.",
      rule =
          "Aggregates of two columns come from two rows; one aggregate of both keeps them"
              + " together.")
  public static final class EachOnItsOwn implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes"),
          Stages.quarter(),
          "struct(max(views) AS n, min(five.start) AS peak, min(page) AS page)");
    }
  }

  @Misconception(
      headline = "The peak is shown with the end of its five minutes, not with the start.",
      when = "the row is labelled with the time that the second window goes by.",
      rule = "The time by which a row is filed and the label that it shows are two things.")
  public static final class LabelledWithEnd implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
              Stages.counts(views, "5 minutes"),
              Stages.quarter(),
              "min(struct(-views AS n, five.start AS peak, page))")
          .withColumn("peak", expr("peak + INTERVAL 5 MINUTES"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in five minutes.",
      rule = "A page that the same user views twice has two views.")
  public static final class Visitors implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes", approx_count_distinct(col("user_id"))),
          Stages.quarter(),
          Stages.BEST);
    }
  }

  @Misconception(
      headline = "The quarters overlap: there is one every five minutes.",
      when = "the second window slides by the size of the first.",
      rule = "Without a slide windows follow one another, and each count lies in one quarter.")
  public static final class SlidingQuarter implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes"),
          window(window_time(col("five")), "15 minutes", "5 minutes"),
          Stages.BEST);
    }
  }

  @Misconception(
      headline = "Of equal counts, the page with the shorter name won.",
      when = "names are compared by their length.",
      rule = "Names sort letter by letter: /checkout comes before /search.",
      hint = 3)
  public static final class ShorterNameWins implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes"),
          Stages.quarter(),
          "min(struct(-views AS n, five.start AS peak, length(page), page))");
    }
  }

  @Misconception(
      headline = "Of equals in the same five minutes, the page that sorts later won.",
      when = "views and start are compared, and the name is not.",
      rule = "Of equal counts at the same time the page that sorts first wins.",
      hint = 3)
  public static final class NameNotCompared implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Stages.choose(
          Stages.counts(views, "5 minutes"),
          Stages.quarter(),
          "min_by(struct(views AS n, five.start AS peak, page), struct(-views, five.start))");
    }
  }
}
