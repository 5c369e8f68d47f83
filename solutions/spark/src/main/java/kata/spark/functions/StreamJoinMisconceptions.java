package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.JoinQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What people get wrong when two streams meet in a range of time. */
public final class StreamJoinMisconceptions {

  private StreamJoinMisconceptions() {}

  @Misconception(
      headline = "Each view met every purchase of its user, whenever it was made.",
      when = "the streams are joined on the user alone.",
      rule = "Without a range of time every event may find a partner, and is kept for ever.",
      hint = 2)
  public static final class NoRange implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(views, purchases, Joins.SAME_USER);
    }
  }

  @Misconception(
      headline = "Views met purchases that were made before them.",
      when = "the range has an end, but no beginning.",
      rule = "A range has two ends: not before the view, and not too long after it.")
  public static final class NoLowerBound implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(views, purchases, Joins.SAME_USER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views met purchases that were made more than ten minutes later.",
      when = "the purchase must follow the view, at whatever distance.",
      rule = "A range has two ends: without the later one, views are kept for ever.")
  public static final class NoUpperBound implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(views, purchases, Joins.SAME_USER, Joins.AFTER);
    }
  }

  @Misconception(
      headline = "A purchase exactly ten minutes after the view did not count.",
      when = "the end of the range is left out.",
      rule = "A window leaves its end out; this range has it in. The task says which.")
  public static final class EndLeftOut implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views,
          purchases,
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
      return Joins.inner(
          views, purchases, Joins.SAME_USER, "p.event_time > v.event_time", Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views in the ten minutes after a purchase met it, too.",
      when = "only the distance counts, and not which of the two came first.",
      rule = "A range is measured from one event to the other, and has a direction.")
  public static final class BothDirections implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views,
          purchases,
          Joins.SAME_USER,
          "p.event_time >= v.event_time - INTERVAL 10 MINUTES",
          Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Purchases met the views after them.",
      when = "the sides of the range are taken for each other.",
      rule = "From the view to the purchase: the purchase is the later one.")
  public static final class WrongDirection implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views,
          purchases,
          Joins.SAME_USER,
          "v.event_time >= p.event_time",
          "v.event_time <= p.event_time + INTERVAL 10 MINUTES");
    }
  }

  @Misconception(
      headline = "Spark refuses the query: it finds two event times where it can take one.",
      when = "both must lie in the same window of ten minutes, or equal pairs are dropped.",
      rule = "A window asks for the same stretch of the clock; a range asks for a distance.",
      hint = 2)
  public static final class SameWindow implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views.withColumn("ten", window(col("event_time"), "10 minutes")),
          purchases.withColumn("ten", window(col("event_time"), "10 minutes")),
          Joins.SAME_USER,
          "v.ten = p.ten",
          Joins.AFTER);
    }
  }

  @Misconception(
      headline = "Pairs that lie up to a minute outside the range came out.",
      when = "the distance is cut to whole minutes before it is compared.",
      rule = "Compare the moments themselves; whole minutes cut off what decides.",
      hint = 2)
  public static final class WholeMinutes implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views,
          purchases,
          Joins.SAME_USER,
          "timestampdiff(MINUTE, v.event_time, p.event_time) BETWEEN 0 AND 10");
    }
  }

  @Misconception(
      headline = "Late events found partners, and all events are kept for ever.",
      when = "the range is written in a way from which Spark learns no bounds.",
      rule = "Spark frees state by comparing event times plus or minus an interval, nothing else.",
      hint = 3)
  public static final class HiddenRange implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views,
          purchases,
          Joins.SAME_USER,
          "unix_millis(p.event_time) - unix_millis(v.event_time) BETWEEN 0 AND 600000");
    }
  }

  @Misconception(
      headline = "Views that led to nothing came out, too.",
      when = "the join keeps what has no partner on the side of the views.",
      rule = "An inner join gives pairs only; an outer join fills the missing side with nulls.")
  public static final class LeftOuter implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.pairs(
          views, purchases, "left_outer", Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views were joined with purchases of other visitors, or with none.",
      when = "the streams are joined on the page.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class JoinedOnPage implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(views, purchases, "v.page = p.page", Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views were joined with the purchases of everybody.",
      when = "the range alone decides who meets whom, whatever the user.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class AnyUser implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      // Spark demands some column that is equal; the ids of all events begin with the same letter.
      String always = "left(v.event_id, 1) = left(p.event_id, 1)";
      return Joins.inner(views, purchases, always, Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "Views were joined with purchases of others in the same country.",
      when = "views and purchases meet that agree in the country, whatever the user.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class SameCountry implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(views, purchases, "v.country = p.country", Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "A view of the page on which the purchase was made did not count.",
      when = "views and purchases are told apart by their page.",
      rule = "Two inputs are two kinds of events already; the page of either is only shown.")
  public static final class OtherPagesOnly implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views, purchases, Joins.SAME_USER, "v.page <> p.page", Joins.AFTER, Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "The rows are right, but purchases are kept when no view can lead to them.",
      when = "the join has a wider range than the rows, which are filtered behind it.",
      rule = "Spark keeps events as long as the range of the join says: it must be the exact one.",
      hint = 3)
  public static final class WideRange implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
              views,
              purchases,
              Joins.SAME_USER,
              "p.event_time >= v.event_time - INTERVAL 2 MINUTES",
              Joins.IN_TIME)
          .where("bought >= viewed");
    }
  }

  @Misconception(
      headline = "Of two views of one page at one moment, only one led to the purchase.",
      when = "views that look the same are taken for one.",
      rule = "Events are the same if their identifier is; a page can be loaded twice in a moment.")
  public static final class EqualViewsOnce implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views.dropDuplicates("user_id", "page", "event_time"),
          purchases,
          Joins.SAME_USER,
          Joins.AFTER,
          Joins.IN_TIME);
    }
  }

  @Misconception(
      headline = "The seconds count one that had only begun.",
      when = "both times are cut to whole seconds, and then subtracted.",
      rule = "Subtract first, then cut: from 10.6 to 12.2 one whole second has passed.")
  public static final class SecondsCutFirst implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(views, purchases, Joins.SAME_USER, Joins.AFTER, Joins.IN_TIME)
          .withColumn("seconds", expr("unix_timestamp(bought) - unix_timestamp(viewed)"));
    }
  }

  @Misconception(
      headline = "A visitor who bought on another device was not recognised.",
      when = "the streams are joined on the session of the browser.",
      rule = "The key says who meets whom: here the views and the purchases of one user.")
  public static final class SameSession implements JoinQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases) {
      return Joins.inner(
          views, purchases, "v.session_id = p.session_id", Joins.AFTER, Joins.IN_TIME);
    }
  }
}
