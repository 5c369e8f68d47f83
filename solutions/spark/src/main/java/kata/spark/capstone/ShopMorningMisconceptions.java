package kata.spark.capstone;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import kata.harness.diagnosis.Misconception;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong in one of the four reports; the others are right. */
public final class ShopMorningMisconceptions {

  private static final Column BUYER = when(col("event_type").equalTo("PURCHASE"), col("user_id"));

  private static final Column VISITORS = size(collect_set(col("user_id")));
  private static final Column BUYERS = size(collect_set(BUYER));
  private static final String RATE = "buyers * 1000 div visitors";

  private static final Column TEN_EVERY_TWO = window(col("event_time"), "10 minutes", "2 minutes");

  private static final String VIEWS = "event_type = 'PAGE_VIEW'";
  private static final String BUSIEST = "min(struct(-views AS n, page))";
  private static final String END_OF_FIVE = "(unix_millis(event_time) div 300000 + 1) * 300000";

  private ShopMorningMisconceptions() {}

  private static Dataset<Row> rates(
      Dataset<Row> events, Column visitors, Column buyers, String rate) {
    return rated(
        events
            .groupBy(window(col("event_time"), "5 minutes").as("window"))
            .agg(count(lit(1)).as("events"), visitors.as("visitors"), buyers.as("buyers")),
        rate);
  }

  private static Dataset<Row> rated(Dataset<Row> counts, String rate) {
    return counts.selectExpr(
        "window.start AS window_start",
        "window.end AS window_end",
        "events",
        "visitors",
        "buyers",
        rate + " AS per_mille");
  }

  private static Dataset<Row> rates(Dataset<Row> events, String rate) {
    return rates(events, VISITORS, BUYERS, rate);
  }

  private static Dataset<Row> visits(Dataset<Row> events, Column... group) {
    return events
        .groupBy(group)
        .agg(count(lit(1)).as("events"))
        .selectExpr(
            "window.start AS window_start",
            "window.end AS window_end",
            "user_id AS user",
            "events");
  }

  private static Dataset<Row> best(Dataset<Row> events, Column window, String best) {
    return best(events, window, count(lit(1)), best);
  }

  private static Dataset<Row> best(Dataset<Row> events, Column window, Column views, String best) {
    return events
        .groupBy(window.as("window"), col("page"))
        .agg(views.as("views"))
        .groupBy("window")
        .agg(expr(best).as("best"))
        .selectExpr(
            "window.start AS window_start",
            "window.end AS window_end",
            "best.page AS page",
            "abs(best.n) AS views");
  }

  /** Returns the events that come when the watermark has reached a moment, in milliseconds. */
  private static Dataset<Row> lateAt(Dataset<Row> events, String moment) {
    return lateAt(events, moment, "user_id", (user, late, state) -> late);
  }

  /** Returns what is kept of these events; a function sees those of one key and one step. */
  private static Dataset<Row> lateAt(
      Dataset<Row> events,
      String moment,
      String key,
      FlatMapGroupsWithStateFunction<String, Row, Boolean, Row> keep) {
    Dataset<Row> withMoment =
        events.select(
            col("event_id"), col("event_time"), expr(moment).as("moment"), expr(key).as("key"));
    MapFunction<Row, String> keyOf = event -> event.getString(3);
    FlatMapGroupsWithStateFunction<String, Row, Boolean, Row> keepLate =
        (name, group, state) -> keep.call(name, late(group, state), state);
    return withMoment
        .groupByKey(keyOf, Encoders.STRING())
        .flatMapGroupsWithState(
            keepLate,
            OutputMode.Append(),
            Encoders.BOOLEAN(),
            Encoders.row(withMoment.schema()),
            GroupStateTimeout.NoTimeout())
        .select("event_id", "event_time");
  }

  private static Iterator<Row> late(Iterator<Row> group, GroupState<Boolean> state) {
    List<Row> late = new ArrayList<>();
    group.forEachRemaining(
        event -> {
          if (event.getLong(2) <= state.getCurrentWatermarkMs()) {
            late.add(event);
          }
        });
    return late.iterator();
  }

  @Misconception(
      headline = "A user who changed devices has two sessions at once.",
      when = "the sessions of the browser are taken for those of the user.",
      rule = "The key says whose silence ends a session: the task asks for that of the user.")
  public static final class SessionOfTheBrowser extends ShopMorning {
    @Override
    Dataset<Row> sessions(Dataset<Row> events) {
      Column session = session_window(col("event_time"), "30 minutes").as("window");
      return visits(events, session, col("session_id"), col("user_id"));
    }
  }

  @Misconception(
      headline = "Your sessions end with their last event.",
      when = "the end of a session is the time of its last event.",
      rule =
          "A session is over when nothing came for the gap: its end is the last event and the gap.")
  public static final class EndsWithLastEvent extends ShopMorning {
    @Override
    Dataset<Row> sessions(Dataset<Row> events) {
      return super.sessions(events)
          .withColumn("window_end", expr("window_end - INTERVAL 30 MINUTES"));
    }
  }

  @Misconception(
      headline = "Who bought twice was counted twice in the rate.",
      when = "purchases are divided by visitors.",
      rule = "A conversion rate counts people on both sides of the fraction.",
      hint = 2)
  public static final class PurchasesForBuyers extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, VISITORS, count(BUYER), RATE);
    }
  }

  @Misconception(
      headline = "Your visitors and buyers are estimates: with a crowd they are a few off.",
      when = "different users are counted approximately.",
      rule = "A sketch keeps little and errs; an exact number of people needs the set of them.",
      hint = 2)
  public static final class EstimatedPeople extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      Column visitors = approx_count_distinct(col("user_id"));
      return rates(events, visitors, approx_count_distinct(BUYER), RATE);
    }
  }

  @Misconception(
      headline = "Your rates are rounded to the nearest, where the task rounds down.",
      when = "the rate is computed as a fraction and rounded.",
      rule =
          "Whole numbers divide without a remainder and agree everywhere; fractions need a rule.",
      hint = 2)
  public static final class RoundedToNearest extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, "round(buyers * 1000 / visitors)");
    }
  }

  @Misconception(
      headline = "Of pages with equally many views, the one that sorts last won.",
      when = "the greatest pair of views and page is taken.",
      rule =
          "Of equals, the page that sorts first wins; a greatest struct compares all its fields.")
  public static final class LastOfEquals extends ShopMorning {
    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      return best(events.where(VIEWS), TEN_EVERY_TWO, "max(struct(views AS n, page))");
    }
  }

  @Misconception(
      headline = "Of pages with equally many views, the one with the shortest name won.",
      when = "the length of the name decides between pages with equally many views.",
      rule = "Of equals, the page that sorts first wins: compare the names, not how long they are.")
  public static final class TieByLength extends ShopMorning {
    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      String shortest = "min(struct(-views AS n, length(page), page))";
      return best(events.where(VIEWS), TEN_EVERY_TWO, shortest);
    }
  }

  @Misconception(
      headline = "Some events are both counted and called late.",
      when = "every event behind the watermark is taken for late.",
      rule = "An event is late when its window is complete, not when the watermark has passed it.",
      hint = 3)
  public static final class BehindTheWatermark extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(events, "unix_millis(event_time)");
    }
  }

  @Misconception(
      headline = "Who changed devices was counted as two visitors.",
      when = "sessions are counted for people.",
      rule = "A session is that of a browser; visitors and buyers are different users.",
      hint = 2)
  public static final class SessionsForPeople extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, size(collect_set(col("session_id"))), BUYERS, RATE);
    }
  }

  @Misconception(
      headline = "Who only looked at the checkout was counted as a buyer.",
      when = "a buyer is recognised by the page.",
      rule = "A page says where something happened, the type of an event what: look for purchases.")
  public static final class BuyersByPage extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      Column buyer = when(col("page").equalTo("/checkout"), col("user_id"));
      return rates(events, VISITORS, size(collect_set(buyer)), RATE);
    }
  }

  @Misconception(
      headline = "Who did something after the purchase was not counted as a buyer.",
      when = "only the last event of each visitor is looked at.",
      rule = "A buyer is a user with a purchase in the window, whatever comes before or after it.",
      hint = 2)
  public static final class LastStepBuys extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      Dataset<Row> people =
          events
              .groupBy(window(col("event_time"), "5 minutes").as("window"), col("user_id"))
              .agg(
                  count(lit(1)).as("events"),
                  expr("max_by(event_type, event_time) = 'PURCHASE'").as("bought"));
      return rated(
          people
              .groupBy("window")
              .agg(
                  sum("events").as("events"),
                  count(lit(1)).as("visitors"),
                  expr("count_if(bought)").as("buyers")),
          RATE);
    }
  }

  @Misconception(
      headline = "Where everybody bought, the rate is not a thousand.",
      when = "a thousand is divided by the visitors before it is multiplied, as a fraction.",
      rule = "Fractions lose a little, and rounding down makes it a whole: multiply first.",
      hint = 2)
  public static final class LosesTheFraction extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, "floor(1000D / visitors * buyers)");
    }
  }

  @Misconception(
      headline = "An event is called late, though its five minutes are not over.",
      when = "the watermark is compared with the end of the window a millisecond too soon.",
      rule = "A window is complete when the watermark has reached its end, and not before.",
      hint = 3)
  public static final class LateTooSoon extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(events, END_OF_FIVE + " - 1");
    }
  }

  @Misconception(
      headline = "An event that begins its five minutes is called late before they are over.",
      when = "the end of the window is found by rounding the time up to whole five minutes.",
      rule = "A moment at which two windows meet lies in the later one, and not in both.",
      hint = 3)
  public static final class EndByRoundingUp extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(events, "ceil(unix_millis(event_time) / 300000) * 300000");
    }
  }

  @Misconception(
      headline = "Purchases are missing in your sessions.",
      when = "only page views are counted.",
      rule = "A session has events of all types; only the trending page looks at views alone.")
  public static final class SessionsOfViews extends ShopMorning {
    @Override
    Dataset<Row> sessions(Dataset<Row> events) {
      return super.sessions(events.where(VIEWS));
    }
  }

  @Misconception(
      headline = "Your sessions begin and end with the half hours of the clock.",
      when = "a tumbling window of half an hour takes the place of a session.",
      rule = "A session has no fixed length: it lasts as long as events follow each other.")
  public static final class HalfHours extends ShopMorning {
    @Override
    Dataset<Row> sessions(Dataset<Row> events) {
      Column halfHour = window(col("event_time"), "30 minutes").as("window");
      return visits(events, halfHour, col("user_id"));
    }
  }

  @Misconception(
      headline = "The rate is that of events, not of visitors.",
      when = "buyers are divided by the number of events.",
      rule = "A conversion rate counts people on both sides of the fraction.",
      hint = 2)
  public static final class PerEvent extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, "buyers * 1000 div events");
    }
  }

  @Misconception(
      headline = "All your rates are zero, unless everybody buys.",
      when = "whole numbers are divided before they are multiplied.",
      rule = "Dividing whole numbers throws the rest away: multiply first.",
      hint = 2)
  public static final class DividesFirst extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, "buyers div visitors * 1000");
    }
  }

  @Misconception(
      headline = "The rate is that of a hundred visitors, not of a thousand.",
      when = "the rate is given in per cent.",
      rule = "Per mille: a thousand times the buyers, divided by the visitors.",
      hint = 2)
  public static final class PerCent extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return rates(events, "buyers * 100 div visitors");
    }
  }

  @Misconception(
      headline = "Windows in which nobody bought have no row.",
      when = "the windows are made of the purchases, or rates of zero are left out.",
      rule = "A rate of zero is a result: only a window without any event has none.",
      hint = 2)
  public static final class NoZeroRates extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      return super.conversion(events).where("buyers > 0");
    }
  }

  @Misconception(
      headline = "Only those who viewed a page are visitors.",
      when = "visitors are looked for among the page views alone.",
      rule = "A visitor is a user with an event, of whatever type.",
      hint = 2)
  public static final class ViewersForVisitors extends ShopMorning {
    @Override
    Dataset<Row> conversion(Dataset<Row> events) {
      Column viewer = when(expr(VIEWS), col("user_id"));
      return rates(events, size(collect_set(viewer)), BUYERS, RATE);
    }
  }

  @Misconception(
      headline = "Purchases and carts made a page trend.",
      when = "events of all types are counted as views.",
      rule = "Only page views make a page trend: look at the type of an event.")
  public static final class EverythingTrends extends ShopMorning {
    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      return best(events, TEN_EVERY_TWO, BUSIEST);
    }
  }

  @Misconception(
      headline = "Who viewed a page twice was counted once in the trend.",
      when = "a page trends by its visitors, and not by its views.",
      rule = "The task asks for page views: a user who views a page twice has two of them.")
  public static final class PeopleNotViews extends ShopMorning {
    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      return best(events.where(VIEWS), TEN_EVERY_TWO, VISITORS, BUSIEST);
    }
  }

  @Misconception(
      headline = "There is one trending page for ten minutes, where one is due every two.",
      when = "the windows follow one another (tumbling) and do not overlap.",
      rule = "A sliding window has a size and a slide; each event lies in size / slide of them.")
  public static final class TrendsOnceInTen extends ShopMorning {
    @Override
    Dataset<Row> trending(Dataset<Row> events) {
      return best(events.where(VIEWS), window(col("event_time"), "10 minutes"), BUSIEST);
    }
  }

  @Misconception(
      headline = "Late events are missing: those whose session is not over are not among them.",
      when = "an event is late only when its session is over.",
      rule = "Each report has windows of its own; late is late for the windows of one report.",
      hint = 3)
  public static final class LateForItsSession extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(events, "unix_millis(event_time) + 1800000");
    }
  }

  @Misconception(
      headline = "Late events are missing: those that still trend are not among them.",
      when = "an event is late only when its last sliding window is over.",
      rule = "Each report has windows of its own; late is late for the windows of one report.",
      hint = 3)
  public static final class LateForTrending extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(events, "(unix_millis(event_time) div 120000 + 5) * 120000");
    }
  }

  @Misconception(
      headline = "An event is missing that came just when its five minutes were over.",
      when = "the watermark must have passed the end of the window, not only reached it.",
      rule = "A window is complete when the watermark has reached its end.",
      hint = 3)
  public static final class LateTooLate extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(events, END_OF_FIVE + " + 1");
    }
  }

  @Misconception(
      headline = "Late events are missing: of each user a step shows at most one.",
      when = "the late events of a user that come in one step give a single row.",
      rule = "Each late event is a row; a group can hold several that came in the same step.",
      hint = 3)
  public static final class OneOfEachUser extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(
          events,
          END_OF_FIVE,
          "user_id",
          (user, late, state) -> late.hasNext() ? List.of(late.next()).iterator() : late);
    }
  }

  @Misconception(
      headline =
          "Late events are missing: of the same five minutes, some had come in an earlier step.",
      when = "five minutes that had late events once are not looked at again.",
      rule = "Each late event is a row, however many came before it for the same five minutes.",
      hint = 3)
  public static final class OnlyTheFirstLateStep extends ShopMorning {
    @Override
    Dataset<Row> late(Dataset<Row> events) {
      return lateAt(
          events,
          END_OF_FIVE,
          "string(" + END_OF_FIVE + ")",
          (end, late, state) -> {
            if (state.exists()) {
              return Collections.emptyIterator();
            }
            if (late.hasNext()) {
              state.update(true);
            }
            return late;
          });
    }
  }
}
