package kata.flink.olap;

import static kata.flink.olap.AdReports.CHECKPOINT_INTERVAL;
import static kata.flink.olap.AdReports.UPSERT;
import static kata.flink.olap.AdReports.clicks;
import static kata.flink.olap.AdReports.minutes;
import static kata.flink.olap.AdReports.table;
import static kata.flink.olap.AdReports.tenSecondsBehind;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kata.flink.pipeline.QueriedPipeline;
import kata.harness.diagnosis.Misconception;
import kata.harness.diagnosis.RightQuery;
import kata.pipeline.Connections;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Wrong answers to {@link AdReports}. */
public final class AdReportsMisconceptions {

  private static final String INSERT =
      "insert into ad_minutes (minute, ad_id, campaign_id, clicks, revenue_cents)"
          + " values (?, ?, ?, ?, ?)";

  private AdReportsMisconceptions() {}

  private static void gather(StreamExecutionEnvironment env, Connections at, String statement) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    minutes(clicks(env, at, OffsetsInitializer.earliest()), Duration.ofHours(1))
        .sinkTo(table(at, statement));
  }

  private static Map<String, String> right(Instant now) {
    return new AdReports().queries(now);
  }

  private static Map<String, String> replaced(
      Instant now, String question, String old, String instead) {
    Map<String, String> queries = new HashMap<>(right(now));
    queries.computeIfPresent(question, (name, sql) -> new RightQuery(sql).but(old, instead));
    return queries;
  }

  /** The job is right, and some question is asked wrongly. */
  private abstract static class Asks implements QueriedPipeline {
    @Override
    public final void build(StreamExecutionEnvironment env, Connections at) {
      gather(env, at, UPSERT);
    }
  }

  /** The questions are right, and the job is not. */
  private abstract static class Gathers implements QueriedPipeline {
    @Override
    public final Map<String, String> queries(Instant now) {
      return right(now);
    }
  }

  @Misconception(
      headline = "The job cannot write a minute a second time, so it never gets past it.",
      when = "a row is only ever inserted.",
      rule = "A row comes again after a failure or a correction: the statement must be idempotent.")
  public static final class InsertsOnly extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      gather(env, at, INSERT);
    }
  }

  @Misconception(
      headline = "Clicks are counted, and charged, several times.",
      when = "a minute that comes again is added to the one that is there.",
      rule = "A window says what it has in all, each time. What is whole replaces, and never adds.")
  public static final class AddsUp extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      gather(
          env,
          at,
          INSERT
              + " on conflict (minute, ad_id) do update"
              + " set clicks = ad_minutes.clicks + excluded.clicks,"
              + " revenue_cents = ad_minutes.revenue_cents + excluded.revenue_cents");
    }
  }

  @Misconception(
      headline = "A late click is in no minute, and nobody pays for it.",
      when = "windows have no allowed lateness.",
      rule = "A window is kept, to be corrected, only for as long as its allowed lateness says.")
  public static final class ForgetsAtOnce extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      minutes(clicks(env, at, OffsetsInitializer.earliest()), Duration.ZERO)
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "Clicks that were sent late are in the minute in which they were sent.",
      when = "nobody says what the time of a click is, and its record's is taken.",
      rule =
          "Without a timestamp assigner a Kafka source takes the time at which a record was sent.")
  public static final class TakesTheTimeOfTheRecord extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      minutes(
              clicks(env, at, OffsetsInitializer.earliest(), tenSecondsBehind()),
              Duration.ofHours(1))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "What lay in the topic before the job started is in no answer.",
      when = "the source starts at the end of the topic.",
      rule = "Without a checkpoint to go back to, the starting offsets decide what is read at all.")
  public static final class StartsAtTheEnd extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      minutes(clicks(env, at, OffsetsInitializer.latest()), Duration.ofHours(1))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "The job failed once, and did not start again.",
      when = "no checkpoints are enabled.",
      rule = "Checkpoints are what Flink goes back to: offsets, windows and timers, all together.")
  public static final class TakesNoCheckpoints extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      minutes(clicks(env, at, OffsetsInitializer.earliest()), Duration.ofHours(1))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "The last five minutes and today are empty, whatever was clicked.",
      when = "the database is asked for its own time.",
      rule = "Data in event time needs a now in event time: ask for the moment that you mean.")
  public static final class AsksTheClockOfTheDatabase extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      Map<String, String> queries = new HashMap<>(right(now));
      queries.replaceAll(
          (question, sql) ->
              sql.replace("timestamptz '" + now + "'", "now()").replace("'" + now + "'", "now()"));
      return queries;
    }
  }

  @Misconception(
      headline = "The first of the five minutes is missing.",
      when = "the lower bound of the five minutes is exclusive.",
      rule = "A range of time includes its start and not its end, like a window.")
  public static final class LeavesOutTheFirstMinute extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      return replaced(now, "clicks per ad", ">=", ">");
    }
  }

  @Misconception(
      headline = "The minute that begins now counts as one of the last five.",
      when = "the upper bound of the five minutes is inclusive.",
      rule = "A range of time includes its start and not its end, like a window.")
  public static final class IncludesNow extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      return replaced(now, "clicks per ad", "minute <", "minute <=");
    }
  }

  @Misconception(
      headline = "Minutes that began after now count as some of the last five.",
      when = "the last five minutes have a beginning and no end.",
      rule = "Clocks differ, and so the table may know later minutes: bound a range on both sides.")
  public static final class AsksWithoutEnd extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      return replaced(now, "clicks per ad", "and minute < '" + now + "'", "");
    }
  }

  @Misconception(
      headline = "The five minutes begin with a minute that began before them.",
      when = "now is cut off to a full minute first.",
      rule = "Cut off what you show, not what you compare with: a bound moves with it.")
  public static final class CutsNowOff extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      return replaced(
          now,
          "clicks per ad",
          "timestamptz '" + now + "'",
          "date_trunc('minute', timestamptz '" + now + "')");
    }
  }

  @Misconception(
      headline = "There are more than two top campaigns.",
      when = "those with the same rank are all taken.",
      rule = "rank() gives equals one number, so two places can be three rows: limit counts rows.")
  public static final class TakesAllEquals extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      Map<String, String> queries = new HashMap<>(right(now));
      queries.computeIfPresent(
          "top campaigns",
          (question, sql) ->
              "select campaign_id, clicks from (select *, rank() over (order by clicks desc) as"
                  + " place from ("
                  + sql.replace("order by clicks desc, campaign_id\nlimit 2", "")
                  + ") as counted) as ranked where place <= 2");
      return queries;
    }
  }

  @Misconception(
      headline = "Of campaigns with equal counts, not the first by name are there.",
      when = "the order ends with the counts.",
      rule = "The database may give equals in any order: say what decides between them.")
  public static final class LeavesTiesToChance extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      return replaced(
          now,
          "top campaigns",
          "order by clicks desc, campaign_id",
          "order by clicks desc, campaign_id desc");
    }
  }

  @Misconception(
      headline = "What was clicked in the first minute of the day is in no answer.",
      when = "today begins after midnight, and not with it.",
      rule = "A day includes its start and not its end: compare with >=.")
  public static final class LeavesOutMidnight extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      Map<String, String> queries = new HashMap<>(right(now));
      queries.replaceAll(
          (question, sql) -> sql.replace("minute >= date_trunc", "minute > date_trunc"));
      return queries;
    }
  }

  @Misconception(
      headline = "A click that came almost an hour late is in no minute.",
      when = "the allowed lateness is shorter than an hour.",
      rule = "Lateness counts from the end of the window, by the watermark.")
  public static final class ForgetsTooSoon extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      minutes(clicks(env, at, OffsetsInitializer.earliest()), Duration.ofMinutes(5))
          .sinkTo(table(at, UPSERT));
    }
  }

  @Misconception(
      headline = "A late click is counted, and nobody pays for it.",
      when = "a conflict updates the clicks of a row, and leaves its revenue as it was.",
      rule = "A row that comes again replaces all that it says, not only one column.")
  public static final class UpdatesClicksOnly extends Gathers {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      gather(
          env, at, INSERT + " on conflict (minute, ad_id) do update set clicks = excluded.clicks");
    }
  }

  @Misconception(
      headline = "Rows are counted instead of clicks.",
      when = "a count goes over a table of counts.",
      rule = "A table of partial results has to be added up: sum(clicks), not count(*).")
  public static final class CountsRows extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      Map<String, String> queries = new HashMap<>(right(now));
      queries.replaceAll((question, sql) -> sql.replace("sum(clicks)", "count(*)"));
      return queries;
    }
  }

  @Misconception(
      headline = "Clicks of yesterday evening count as clicks of today.",
      when = "today is taken for the last 24 hours.",
      rule = "A day is a calendar day: it begins at midnight, in a zone that you have to name.")
  public static final class TakesADayForToday extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      return replaced(
          now,
          "top campaigns",
          "date_trunc('day', timestamptz '" + now + "', 'UTC')",
          "timestamptz '" + now + "' - interval '1 day'");
    }
  }

  @Misconception(
      headline = "Days and hours begin when they begin in another zone.",
      when = "the database cuts times off in the zone of its session.",
      rule = "A session has the zone of the machine that opened it: name the zone in the query.")
  public static final class TakesTheZoneOfTheSession extends Asks {
    @Override
    public Map<String, String> queries(Instant now) {
      Map<String, String> queries = new HashMap<>(right(now));
      queries.replaceAll((question, sql) -> sql.replace(", 'UTC')", ")"));
      return queries;
    }
  }
}
