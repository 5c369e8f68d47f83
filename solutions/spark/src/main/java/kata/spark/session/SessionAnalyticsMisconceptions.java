package kata.spark.session;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.session_window;
import static org.apache.spark.sql.functions.window;

import java.util.Map;
import kata.harness.diagnosis.Misconception;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/** What people get wrong when they sum up sessions. */
public final class SessionAnalyticsMisconceptions {

  private static final String VIEWS = "filter(all, it -> it.event_type = 'PAGE_VIEW')";

  private SessionAnalyticsMisconceptions() {}

  @Misconception(
      headline = "The windows are cut by the clock, not by the silence of a user.",
      when = "tumbling windows of 30 minutes take the place of sessions.",
      rule = "A session begins with an event and ends after a silence, whatever the clock shows.")
  public static final class Tumbling implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.analytics(
          events, window(col("event_time"), "30 minutes"), col("user_id"), Sessions.right());
    }
  }

  @Misconception(
      headline = "Every event is a session of its own.",
      when = "the unit of the gap is wrong: 30 seconds.",
      rule = "The gap names its unit: read it once more.")
  public static final class SecondsForMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.analytics(
          events,
          session_window(col("event_time"), "30 seconds"),
          col("user_id"),
          Sessions.right());
    }
  }

  @Misconception(
      headline = "A silence of exactly 30 minutes ended a session.",
      when =
          "the gap is made a little shorter, so that the next event must come before it is over.",
      rule = "Each event opens [t, t + gap), and intervals that touch are one session.",
      hint = 2)
  public static final class EndsAtExactGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.analytics(
          events,
          session_window(col("event_time"), "1799999 milliseconds"),
          col("user_id"),
          Sessions.right());
    }
  }

  @Misconception(
      headline = "A session was cut where the user took up another device.",
      when = "the events are grouped by the browser's session, not by the user.",
      rule = "The key decides what belongs together: here it is the user.")
  public static final class KeyIsBrowserSession implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.analytics(
          events, Sessions.ofHalfAnHour(), col("session_id"), with("user", "split(user, '-')[0]"));
    }
  }

  private static Map<String, String> with(String column, String expression) {
    Map<String, String> columns = Sessions.right();
    columns.put(column, expression);
    return columns;
  }

  @Misconception(
      headline = "All users share one session.",
      when = "the key is the same for all users.",
      rule = "A session belongs to a user: group by the user as well.")
  public static final class OneKeyForAll implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.analytics(
          events, Sessions.ofHalfAnHour(), lit("everybody"), Sessions.right());
    }
  }

  @Misconception(
      headline = "The duration contains the 30 minutes of silence after the last event.",
      when = "the length of the window is taken for the duration of the session.",
      rule = "The window ends a gap after the last event; nobody was there in the meantime.",
      hint = 2)
  public static final class DurationWithGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "seconds", "timestampdiff(SECOND, session.start, session.end)");
    }
  }

  @Misconception(
      headline = "A duration counts a second that had only begun.",
      when = "both times are cut to whole seconds, and then subtracted.",
      rule = "Subtract first, then cut: from 10.6 to 12.2 one whole second has passed.",
      hint = 2)
  public static final class SecondsCutFirst implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events, "seconds", "unix_timestamp(last.event_time) - unix_timestamp(first.event_time)");
    }
  }

  @Misconception(
      headline = "A duration is rounded up where it had begun the next second.",
      when = "the seconds are rounded to the nearest.",
      rule = "Whole seconds are those that have passed: what is over is cut off.",
      hint = 2)
  public static final class SecondsRounded implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events,
          "seconds",
          "bigint(round((unix_millis(last.event_time) - unix_millis(first.event_time)) / 1000))");
    }
  }

  @Misconception(
      headline = "The durations are minutes, not seconds.",
      when = "the time between first and last event is counted in minutes.",
      rule = "Give the unit that the task names; a minute has lost what is left over.")
  public static final class InMinutes implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events, "seconds", "timestampdiff(MINUTE, first.event_time, last.event_time)");
    }
  }

  @Misconception(
      headline = "The durations are milliseconds, not seconds.",
      when = "two timestamps are subtracted as milliseconds and left as they are.",
      rule = "Give the unit that the task names: a second has a thousand milliseconds.")
  public static final class InMilliseconds implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events, "seconds", "unix_millis(last.event_time) - unix_millis(first.event_time)");
    }
  }

  @Misconception(
      headline = "The window of a session ends with its last event.",
      when = "the time of the last event is taken for the end of the window.",
      rule = "A session's window is [first, last + gap): what comes in there still belongs to it.",
      hint = 2)
  public static final class WindowEndsAtLastEvent implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "window_end", "last.event_time");
    }
  }

  @Misconception(
      headline = "The window of a session is 30 minutes long, however long the session was.",
      when = "the gap is taken for the length of a session.",
      rule = "Each event moves the end of its session: it is the last event's time and the gap.",
      hint = 2)
  public static final class WindowIsGap implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "window_end", "session.start + INTERVAL 30 MINUTES");
    }
  }

  @Misconception(
      headline = "The entry is the first page by name, whenever it was seen.",
      when = "the least page of a session is taken for the first one.",
      rule = "Entry and exit are decided by event time; time and page must be compared together.",
      hint = 3)
  public static final class LeastPage implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "entry", "array_min(transform(all, it -> it.page))");
    }
  }

  @Misconception(
      headline = "Of two events that end a session together, the wrong one is the exit.",
      when = "the page that sorts first is taken for the exit too.",
      rule = "Of events of the same moment, the page that sorts last is the exit.",
      hint = 3)
  public static final class ExitTieTheOtherWay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events, "exit", "filter(all, it -> it.event_time = last.event_time)[0].page");
    }
  }

  @Misconception(
      headline = "A page that was seen twice was counted twice.",
      when = "all events are counted where different pages are asked for.",
      rule = "Different pages need a set of them; a count of rows does not look at the page.")
  public static final class PagesNotDistinct implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "pages", "size(all)");
    }
  }

  @Misconception(
      headline = "Of two events that begin a session together, the wrong one is the entry.",
      when = "the page that comes first, or sorts last, of those with the least time is taken.",
      rule = "Of events of the same moment, the page that sorts first is the entry.",
      hint = 3)
  public static final class EntryTieTheOtherWay implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events,
          "entry",
          "element_at(filter(all, it -> it.event_time = first.event_time), -1).page");
    }
  }

  @Misconception(
      headline = "The number of different pages is an estimate, and with many it is a few off.",
      when = "the pages are counted approximately (approx_count_distinct).",
      rule = "A sketch keeps little and errs; an exact number needs the set of the pages.",
      hint = 3)
  public static final class EstimatedPages implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return events
          .groupBy(Sessions.ofHalfAnHour().as("session"), col("user_id").as("user"))
          .agg(
              expr("min(struct(event_time, page))").as("first"),
              expr("max(struct(event_time, page))").as("last"),
              expr("count(*)").as("events"),
              approx_count_distinct("page").as("pages"),
              expr("bool_or(event_type = 'PURCHASE')").as("bought"))
          .selectExpr(
              "session.start AS window_start",
              "session.end AS window_end",
              "user",
              "timestampdiff(SECOND, first.event_time, last.event_time) AS seconds",
              "events",
              "pages",
              "first.page AS entry",
              "last.page AS exit",
              "bought");
    }
  }

  @Misconception(
      headline = "Only page views were counted.",
      when = "events of other types are left out of the number of events.",
      rule = "Every event is one: views, the cart, the checkout and the purchase.")
  public static final class CountsViewsOnly implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "events", "size(" + VIEWS + ")");
    }
  }

  @Misconception(
      headline = "A purchase in the middle of a session was overlooked.",
      when = "only the last event says whether something was bought.",
      rule = "A session with a purchase has one anywhere between entry and exit.")
  public static final class LastEventIsPurchase implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "bought", "last.event_type = 'PURCHASE'");
    }
  }

  @Misconception(
      headline = "A session with a checkout counts as one with a purchase.",
      when = "going to the checkout is taken for buying.",
      rule = "Only a purchase is a purchase; many leave at the checkout.")
  public static final class CheckoutIsPurchase implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events, "bought", "exists(all, it -> it.event_type IN ('CHECKOUT', 'PURCHASE'))");
    }
  }

  @Misconception(
      headline = "Spark refuses the query: sessions cannot be updated.",
      when = "rows go out whenever they change (output mode update).",
      rule = "A session that grows gets another window, so there is no row to update: append only.")
  public static final class UpdateMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return new SessionAnalytics().build(events);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Every batch repeats the whole result, and shows sessions that are not over.",
      when = "all rows go out each time (output mode complete).",
      rule = "Complete keeps every session for ever and repeats it; only append gives each once.")
  public static final class CompleteMode implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return new SessionAnalytics().build(events);
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "Whether something was bought is decided by the page.",
      when = "a view of the page on which people buy is taken for a purchase.",
      rule = "The event type says what was done; a page can be viewed without buying.")
  public static final class BoughtByPage implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(events, "bought", "exists(all, it -> it.page = '/checkout')");
    }
  }

  @Misconception(
      headline = "Entry and exit are the first and the last page view.",
      when = "only page views are asked for the page on which a session begins and ends.",
      rule = "Whatever a user does first and last, the entry and the exit are its pages.")
  public static final class ViewsAtTheEnds implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      Map<String, String> columns = with("entry", VIEWS + "[0].page");
      columns.put("exit", "element_at(" + VIEWS + ", -1).page");
      return Sessions.analytics(events, Sessions.ofHalfAnHour(), col("user_id"), columns);
    }
  }

  @Misconception(
      headline = "Only the pages of page views were counted.",
      when = "only page views are asked for their pages.",
      rule = "Every event has a page, a purchase too: all of them are counted.")
  public static final class PagesOfViews implements StreamQuery {
    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return Sessions.wrong(
          events, "pages", "size(array_distinct(transform(" + VIEWS + ", it -> it.page)))");
    }
  }
}
