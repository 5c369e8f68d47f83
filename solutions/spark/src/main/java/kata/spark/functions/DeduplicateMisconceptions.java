package kata.spark.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupStateTimeout;

/** What people get wrong when they drop duplicates of a stream. */
public final class DeduplicateMisconceptions {

  private DeduplicateMisconceptions() {}

  private static Dataset<Row> watermarked(Dataset<Row> views) {
    return views.withWatermark("event_time", "10 minutes");
  }

  private static Dataset<Row> columns(Dataset<Row> firsts) {
    return firsts.select(col("page"), col("event_time").as("viewed"));
  }

  @Misconception(
      headline = "An order is remembered for ever.",
      when = "duplicates of the page are dropped whatever the watermark says.",
      rule = "Without event time among the columns, a plain dropping of duplicates never forgets.",
      hint = 2)
  public static final class NeverForgets implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(watermarked(views).dropDuplicates("page"));
    }
  }

  @Misconception(
      headline = "A page that was loaded again was reported again.",
      when = "the event time is part of what must be the same.",
      rule = "A repetition has a time of its own; only what identifies the order may be compared.",
      hint = 2)
  public static final class TimeIsPartOfTheKey implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(watermarked(views).dropDuplicates("page", new String[] {"event_time"}));
    }
  }

  @Misconception(
      headline = "No view was recognised as a repetition.",
      when = "all columns must be the same, the identifier of the view among them.",
      rule = "Name the columns that identify what is meant: the order, and not the view of it.")
  public static final class AllColumns implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(watermarked(views).dropDuplicatesWithinWatermark());
    }
  }

  @Misconception(
      headline = "Nothing was dropped, neither repetitions nor late views.",
      when = "a watermark alone is thought to drop something.",
      rule = "A watermark only says how far time has come; an operator with state acts on it.")
  public static final class WatermarkAlone implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(watermarked(views));
    }
  }

  @Misconception(
      headline = "Of all the orders of one customer, only one was reported.",
      when = "duplicates of the user are dropped.",
      rule = "Name the columns that identify what is meant: a user may order more than once.")
  public static final class OnePerUser implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(watermarked(views).dropDuplicatesWithinWatermark("user_id"));
    }
  }

  @Misconception(
      headline = "A page that somebody else loaded was reported again.",
      when = "page and user must both be the same.",
      rule = "What identifies an order is its page alone, whoever looks at it.")
  public static final class UserIsPartOfTheKey implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(watermarked(views).dropDuplicatesWithinWatermark("page", "user_id"));
    }
  }

  @Misconception(
      headline = "Orders were forgotten at once, and views in time were dropped as late.",
      when = "the delay of the watermark is ten seconds.",
      rule = "The delay names its unit. It is how late a view may be, and how long it counts.")
  public static final class SecondsForMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(
          views.withWatermark("event_time", "10 seconds").dropDuplicatesWithinWatermark("page"));
    }
  }

  @Misconception(
      headline = "Orders were remembered for too long, and late views were reported.",
      when = "the delay is twice as long, to be on the safe side.",
      rule = "The delay decides both: what is late, and how long an order is remembered.")
  public static final class TwiceTheDelay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return columns(
          views.withWatermark("event_time", "20 minutes").dropDuplicatesWithinWatermark("page"));
    }
  }

  private static Dataset<Row> firstOf(Dataset<Row> views, Column window) {
    return watermarked(views)
        .groupBy(window.as("window"), col("page"))
        .agg(expr("min(event_time)").as("viewed"))
        .select("page", "viewed");
  }

  @Misconception(
      headline = "Orders came out late or not at all, and some of them twice.",
      when = "each window of ten minutes reports each page once.",
      rule = "A window waits for its end, and parts what its boundary parts.",
      hint = 2)
  public static final class OnePerWindow implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return firstOf(views, window(col("event_time"), "10 minutes"));
    }
  }

  @Misconception(
      headline = "Orders came out late or not at all: each view puts them off.",
      when = "sessions of ten minutes report each page once.",
      rule = "A session waits for silence; the first view of an order can be reported at once.",
      hint = 2)
  public static final class OnePerSession implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return firstOf(views, session_window(col("event_time"), "10 minutes"));
    }
  }

  @Misconception(
      headline = "An order that was loaded again and again was remembered for too long.",
      when = "each view of an order begins its ten minutes anew.",
      rule =
          "The first view says how long an order is remembered; loading it again changes nothing.",
      hint = 2)
  public static final class RenewedByEachView extends DeduplicateAlternatives.ByHand {
    @Override
    long since(long viewed, Long since, long watermark) {
      return since == null ? viewed : Math.max(since, viewed);
    }
  }

  @Misconception(
      headline =
          "Orders were not forgotten when the watermark was ten minutes after their first view.",
      when = "the ten minutes begin at the watermark that stands when a view comes.",
      rule = "The ten minutes begin with the first view; the watermark says when they end.",
      hint = 2)
  public static final class FromTheWatermark extends DeduplicateAlternatives.ByHand {
    @Override
    long since(long viewed, Long since, long watermark) {
      return watermark;
    }
  }

  @Misconception(
      headline = "An order was still remembered when the watermark had reached its ten minutes.",
      when =
          "an order is forgotten when the watermark has passed its ten minutes, not reached them.",
      rule = "An order is remembered until the watermark reaches its ten minutes, and no longer.",
      hint = 2)
  public static final class OneMillisecondMore extends DeduplicateAlternatives.ByHand {
    @Override
    long since(long viewed, Long since, long watermark) {
      return since == null ? viewed + 1 : since;
    }
  }

  @Misconception(
      headline = "An order was reported again when an earlier view of it came.",
      when = "a view that happened before the reported one has a row as well.",
      rule = "The first view is the one that comes first; what comes after it is dropped.",
      hint = 3)
  public static final class EarlierToo extends DeduplicateAlternatives.ByHand {
    @Override
    boolean isReported(long viewed, Long since) {
      return since == null || viewed < since;
    }

    @Override
    long since(long viewed, Long since, long watermark) {
      return since == null ? viewed : Math.min(since, viewed);
    }
  }

  @Misconception(
      headline = "Repetitions were dropped, but late views were reported.",
      when = "a function with state remembers the orders, and does not ask for event time.",
      rule = "Spark drops late views only where a step with state forgets by the watermark.",
      hint = 2)
  public static final class BlindToLate extends DeduplicateAlternatives.ByHand {
    @Override
    GroupStateTimeout timeout() {
      return GroupStateTimeout.NoTimeout();
    }
  }
}
