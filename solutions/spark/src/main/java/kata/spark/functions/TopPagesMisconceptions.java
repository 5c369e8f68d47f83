package kata.spark.functions;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people get wrong when they rank the pages of a window. */
public final class TopPagesMisconceptions {

  private TopPagesMisconceptions() {}

  private static Dataset<Row> ranked(Dataset<Row> views, String sorted, String taken, String rank) {
    return Rankings.of(Stages.counts(views, "5 minutes"), sorted, taken, rank);
  }

  @Misconception(
      headline = "Only the first windows have rows; after three rows nothing comes any more.",
      when = "the result is limited to three rows, instead of each window.",
      rule = "A limit on a stream counts rows from its beginning, for all windows together.",
      hint = 2)
  public static final class LimitOnTheStream implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, Rankings.SORTED, "sorted", Rankings.RANK).limit(3);
    }
  }

  @Misconception(
      headline = "Pages that share the third place all came out.",
      when = "equals share a rank, as in a competition.",
      rule = "The task gives equals an order: by name. Then no rank is shared.")
  public static final class SharedRank implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      String better = "size(filter(sorted, it -> it.views > %s.views))";
      return ranked(
          views,
          Rankings.SORTED,
          "filter(sorted, place -> %s < 3)".formatted(better.formatted("place")),
          better.formatted("best") + " + 1");
    }
  }

  @Misconception(
      headline = "Pages have the rank of their count, and more than three came out.",
      when = "the three greatest counts are ranked, and not the three first pages.",
      rule = "The task gives equals an order: by name. Then no rank is shared.")
  public static final class DenseRank implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      String better =
          "size(array_distinct(transform(filter(sorted, it -> it.views > %s.views),"
              + " it -> it.views)))";
      return ranked(
          views,
          Rankings.SORTED,
          "filter(sorted, place -> %s < 3)".formatted(better.formatted("place")),
          better.formatted("best") + " + 1");
    }
  }

  @Misconception(
      headline = "Of equals, the page that sorts last comes first.",
      when = "views and names are both sorted from the greatest down.",
      rule = "More views first, but the lesser name first: two directions in one order.",
      hint = 3)
  public static final class TieTheOtherWay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, "sort_array(counts, false)", Rankings.FIRST_THREE, Rankings.RANK);
    }
  }

  @Misconception(
      headline = "The least viewed pages are at the top.",
      when = "the counts are sorted from the least up.",
      rule = "Sorting goes up unless told otherwise; a ranking goes down.")
  public static final class FewestFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, "sort_array(counts)", Rankings.FIRST_THREE, Rankings.RANK);
    }
  }

  @Misconception(
      headline = "The pages are ranked by name.",
      when = "the name stands before the views in what is sorted.",
      rule = "Structs are compared field by field: the first field decides.",
      hint = 3)
  public static final class ByName implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(
          views,
          "sort_array(transform(counts, it -> struct(it.page AS page, it.views AS views)))",
          Rankings.FIRST_THREE,
          Rankings.RANK);
    }
  }

  @Misconception(
      headline = "The first rank is 0.",
      when = "the position in an array, which counts from 0, is taken for the rank.",
      rule = "Some functions count from 0, others from 1: look at the first row.")
  public static final class RankFromZero implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, Rankings.SORTED, Rankings.FIRST_THREE, "position");
    }
  }

  @Misconception(
      headline = "More than three pages of a window came out.",
      when = "all pages are ranked, and none is left out.",
      rule = "A ranking needs an end: three places for each window.")
  public static final class NoEnd implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, Rankings.SORTED, "sorted", Rankings.RANK);
    }
  }

  @Misconception(
      headline = "Only the first page of each window came out.",
      when = "one aggregate keeps the best page alone.",
      rule = "The greatest of a group is one value; three places need the group as a list.",
      hint = 2)
  public static final class OnlyTheBest implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, Rankings.SORTED, "slice(sorted, 1, 1)", Rankings.RANK);
    }
  }

  @Misconception(
      headline = "Of pages with equally many views, only one came out.",
      when = "the counts are made distinct before they are ranked.",
      rule = "Pages are ranked, not counts: two pages with the same count are two rows.")
  public static final class OnePageForEachCount implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(
          views,
          "filter(%s, (it, i) -> i = 0 OR it.views < (%s)[i - 1].views)"
              .formatted(Rankings.SORTED, Rankings.SORTED),
          Rankings.FIRST_THREE,
          Rankings.RANK);
    }
  }

  @Misconception(
      headline = "The windows are ten minutes long, not five.",
      when = "the size of the window is wrong.",
      rule = "A tumbling window has one size, which is also its distance from the next.")
  public static final class WrongSize implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Rankings.of(Stages.counts(views, "10 minutes"));
    }
  }

  @Misconception(
      headline = "Visitors were counted, not views.",
      when = "each user counts once in five minutes.",
      rule = "A page that the same user views twice has two views.")
  public static final class Visitors implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Rankings.of(Stages.counts(views, "5 minutes", approx_count_distinct(col("user_id"))));
    }
  }

  @Misconception(
      headline = "The third page of each window is missing.",
      when = "two pages are taken.",
      rule = "The task asks for three pages, as far as there are that many.")
  public static final class OnlyTwo implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, Rankings.SORTED, "slice(sorted, 1, 2)", Rankings.RANK);
    }
  }

  private static String byViewsAnd(String tie) {
    return """
    array_sort(counts, (a, b) -> CASE
      WHEN a.views <> b.views THEN if(a.views > b.views, -1, 1)
      ELSE %s END)
    """
        .formatted(tie);
  }

  @Misconception(
      headline = "Of equals, the page with the shorter name comes first.",
      when = "names are compared by their length.",
      rule = "Of equals, the page that sorts first comes first: /cart before /me.")
  public static final class ShorterNameFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(
          views,
          byViewsAnd("if((length(a.page), a.page) < (length(b.page), b.page), -1, 1)"),
          Rankings.FIRST_THREE,
          Rankings.RANK);
    }
  }

  @Misconception(
      headline = "Of equals, the page that was seen first comes first.",
      when = "pages are sorted by their views alone.",
      rule = "A sort by one field leaves equals as they are; the task gives them an order.")
  public static final class TieByArrival implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return ranked(views, byViewsAnd("0"), Rankings.FIRST_THREE, Rankings.RANK);
    }
  }
}
