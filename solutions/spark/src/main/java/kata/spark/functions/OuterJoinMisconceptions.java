package kata.spark.functions;

import static org.apache.spark.sql.functions.expr;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people get wrong when one side of a join may miss. */
public final class OuterJoinMisconceptions {

  private OuterJoinMisconceptions() {}

  private static Dataset<Row> join(
      Dataset<Row> views, Dataset<Row> purchases, String kind, String... conditions) {
    return Joins.pairs(views, purchases, kind, conditions).drop("seconds");
  }

  private static Dataset<Row> join(Dataset<Row> views, Dataset<Row> purchases) {
    return join(views, purchases, "left_outer", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME);
  }

  /** Joins rightly, and takes user and page from these columns of views v and purchases p. */
  private static Dataset<Row> showing(
      Dataset<Row> views, Dataset<Row> purchases, String user, String page) {
    return views
        .as("v")
        .join(
            purchases.as("p"),
            expr(String.join(" AND ", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME)),
            "left_outer")
        .selectExpr(
            user + " AS user",
            "v.event_time AS viewed",
            "p.event_time AS bought",
            page + " AS page");
  }

  @Misconception(
      headline = "Views that led to nothing have no row.",
      when = "the join gives pairs only, or a condition after it takes the nulls out again.",
      rule = "An inner join leaves out what has no partner; an outer join fills in nulls.")
  public static final class InnerJoin implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "inner", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Purchases without a view came out, and views without a purchase did not.",
      when = "the join keeps the other side.",
      rule = "Left and right are the order in which the two streams are named: keep the views.")
  public static final class OtherSide implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "right_outer", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Purchases without a view came out, too.",
      when = "the join keeps both sides (full).",
      rule = "Keep the side about which something is to be said: here each view.")
  public static final class BothSides implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "full_outer", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views were said to have led to nothing when a purchase could still come.",
      when = "every view has a row without a purchase as soon as it arrives.",
      rule = "In a stream \"nothing came\" is certain only when the watermark rules it out.",
      hint = 2)
  public static final class NothingAtOnce implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "inner", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME)
          .unionByName(
              views.selectExpr(
                  "user_id AS user",
                  "event_time AS viewed",
                  "CAST(NULL AS TIMESTAMP) AS bought",
                  "page"));
    }
  }

  @Misconception(
      headline = "Only views that led to nothing have a row.",
      when = "what has met a purchase is left out.",
      rule = "An outer join gives the pairs and what is left over: the task asks for both.")
  public static final class OnlyUnanswered implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "left_outer", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME)
          .where("bought IS NULL");
    }
  }

  @Misconception(
      headline = "A purchase exactly ten minutes after the view did not count.",
      when = "the end of the range is left out.",
      rule = "A window leaves its end out; this range has it in. The task says which.")
  public static final class EndLeftOut implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(
          views,
          purchases,
          "left_outer",
          Joins.SAME_USER,
          Joins.AFTER,
          "p.event_time < v.event_time + INTERVAL 10 MINUTES");
    }
  }

  @Misconception(
      headline = "A purchase at the very moment of the view did not count.",
      when = "the beginning of the range is left out.",
      rule = "Two events may share a moment: a distance of zero is in the range.")
  public static final class StartLeftOut implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(
          views,
          purchases,
          "left_outer",
          Joins.SAME_USER,
          "p.event_time > v.event_time",
          Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views were given up too early, and late purchases did not count.",
      when = "the range is five minutes long.",
      rule = "The range decides what is a pair, and so when a view can be given up.")
  public static final class ShortRange implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(
          views,
          purchases,
          "left_outer",
          Joins.SAME_USER,
          Joins.AFTER,
          "p.event_time <= v.event_time + INTERVAL 5 MINUTES");
    }
  }

  @Misconception(
      headline = "Views met purchases that were made before them.",
      when = "only the distance counts, and not which of the two came first.",
      rule = "A range is measured from one event to the other, and has a direction.")
  public static final class BothDirections implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(
          views,
          purchases,
          "left_outer",
          Joins.SAME_USER,
          "p.event_time >= v.event_time - INTERVAL 10 MINUTES",
          Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views were joined with purchases of other visitors, or with none.",
      when = "the streams are joined on the page.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class JoinedOnPage implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "left_outer", "v.page = p.page", Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "A purchase in another session of the same user did not count.",
      when = "view and purchase must have the session in common as well.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class SameSession implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(
          views,
          purchases,
          "left_outer",
          Joins.SAME_USER,
          "v.session_id = p.session_id",
          Joins.AFTER,
          Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Purchases counted that came more than ten minutes after the view.",
      when = "the range is an hour.",
      rule = "The range says which pairs belong together, and when nothing can come any more.",
      hint = 2)
  public static final class LongRange implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(
          views,
          purchases,
          "left_outer",
          Joins.SAME_USER,
          Joins.AFTER,
          "p.event_time <= v.event_time + INTERVAL 1 HOUR");
    }
  }

  @Misconception(
      headline = "The two times of each row are swapped.",
      when = "the time of the purchase is shown as that of the view.",
      rule = "Say of each column from which of the two streams it comes.")
  public static final class TimesSwapped implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views, purchases, "left_outer", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME)
          .selectExpr("user", "bought AS viewed", "viewed AS bought", "page");
    }
  }

  @Misconception(
      headline = "The page is that of the purchase, where there is one.",
      when = "the page is taken from the view only if there is no purchase.",
      rule = "Say of each column from which of the two streams it comes.")
  public static final class PageOfThePurchase implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return showing(views, purchases, "v.user_id", "coalesce(p.page, v.page)");
    }
  }

  @Misconception(
      headline = "Views that led to nothing have no user.",
      when = "the user is taken from the purchase.",
      rule = "An outer join fills in nulls for a missing partner: take the user of the view.",
      hint = 2)
  public static final class UserOfThePurchase implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return showing(views, purchases, "p.user_id", "v.page");
    }
  }

  @Misconception(
      headline = "Of two views of a page by one user at the same moment, only one has rows.",
      when = "views with the same user, page and time are taken for one.",
      rule = "Two views may share a moment: each of them is joined.")
  public static final class EqualViewsOnce implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views.dropDuplicates("user_id", "page", "event_time"), purchases);
    }
  }

  @Misconception(
      headline = "Events that are neither page views nor purchases have no row.",
      when = "only page views are taken for views.",
      rule = "A view is here any event that is no purchase, of whatever other type.")
  public static final class PageViewsOnly implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return join(views.where("event_type = 'PAGE_VIEW'"), purchases);
    }
  }
}
