package kata.flink.sqlpipeline;

import static kata.flink.sqlpipeline.OrderTotals.CHECKPOINT_INTERVAL;
import static kata.flink.sqlpipeline.OrderTotals.TOTAL_REGIONS;
import static kata.flink.sqlpipeline.OrderTotals.TOTAL_WINDOWS;

import kata.flink.pipeline.Pipeline;
import kata.harness.diagnosis.Misconception;
import kata.harness.diagnosis.RightQuery;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Wrong answers to {@link OrderTotals}. */
public final class OrderTotalsMisconceptions {

  private OrderTotalsMisconceptions() {}

  /** The statements of the reference, each of which a wrong answer may replace. */
  private record Statements(
      String orders, String categoryTotals, String regionTotals, String windows, String regions) {

    static Statements at(Connections at) {
      return new Statements(
          OrderTotals.orders(at),
          OrderTotals.categoryTotals(at),
          OrderTotals.regionTotals(at),
          TOTAL_WINDOWS,
          TOTAL_REGIONS);
    }

    Statements orders(String old, String now) {
      return new Statements(
          new RightQuery(orders).but(old, now), categoryTotals, regionTotals, windows, regions);
    }

    Statements categoryTotals(String old, String now) {
      return new Statements(
          orders, new RightQuery(categoryTotals).but(old, now), regionTotals, windows, regions);
    }

    Statements regionTotals(String old, String now) {
      return new Statements(
          orders, categoryTotals, new RightQuery(regionTotals).but(old, now), windows, regions);
    }

    Statements windows(String old, String now) {
      return new Statements(
          orders, categoryTotals, regionTotals, new RightQuery(windows).but(old, now), regions);
    }

    Statements regions(String old, String now) {
      return new Statements(
          orders, categoryTotals, regionTotals, windows, new RightQuery(regions).but(old, now));
    }

    StreamTableEnvironment tables(StreamExecutionEnvironment env) {
      StreamTableEnvironment tables = StreamTableEnvironment.create(env);
      tables.executeSql(orders);
      tables.executeSql(categoryTotals);
      tables.executeSql(regionTotals);
      return tables;
    }

    void buildOn(StreamExecutionEnvironment env) {
      tables(env).createStatementSet().addInsertSql(windows).addInsertSql(regions).execute();
    }

    void buildWithCheckpoints(StreamExecutionEnvironment env) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      buildOn(env);
    }
  }

  @Misconception(
      headline = "The table cannot follow totals that change.",
      when = "the table in Flink has no primary key.",
      rule = "A GROUP BY without a window gives updates; only a key says which row they replace.")
  public static final class HasNoKey implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .regionTotals("amount_cents BIGINT,\n", "amount_cents BIGINT\n")
          .regionTotals("PRIMARY KEY (region) NOT ENFORCED", "")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "The topic cannot take the totals: they are not final.",
      when = "the query groups by the start of the window, and not by its end too.",
      rule = "Only GROUP BY window_start, window_end is a window that ends; else rows are updated.")
  public static final class GroupsByTheStartOnly implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .windows(
              "window_start, window_end, category,", "window_start, MAX(window_end), category,")
          .windows("BY window_start, window_end,", "BY window_start,")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "Orders count several times: when they are created, and at each change.",
      when = "all events of an order are counted.",
      rule = "A topic of changes has several events of one order: say which of them counts.")
  public static final class CountsEachChange implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .windows("WHERE status = 'CREATED'", "")
          .regions("WHERE status = 'CREATED'", "")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "A large total is a few cents off.",
      when = "amounts are FLOAT.",
      rule = "A FLOAT has seven digits; cents are whole numbers, and BIGINT counts them all.")
  public static final class CentsAsFloat implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .orders("amount_cents BIGINT", "amount_cents FLOAT")
          .windows("SUM(amount_cents)", "CAST(SUM(amount_cents) AS BIGINT)")
          .regions("SUM(amount_cents)", "CAST(SUM(amount_cents) AS BIGINT)")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "What lay in the topic before the job started does not count.",
      when = "the table starts at the end of the topic.",
      rule = "Without a checkpoint to go back to, scan.startup.mode decides what is read at all.")
  public static final class StartsAtTheEnd implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at).orders("earliest-offset", "latest-offset").buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "The bounds of the windows are local times, and of this machine's zone.",
      when = "the bounds are written as they are, which is without a zone.",
      rule = "TUMBLE gives bounds as TIMESTAMP in the session's zone; TIMESTAMP_LTZ is a moment.")
  public static final class WritesLocalTimes implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .categoryTotals("TIMESTAMP_LTZ(3)", "TIMESTAMP(3)")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "Of orders that cost the same only one is in a total.",
      when = "amounts are added that are distinct.",
      rule = "SUM(DISTINCT ...) adds each value once. Two orders may well cost the same.")
  public static final class AddsEachAmountOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .windows("SUM(", "SUM(DISTINCT ")
          .regions("SUM(", "SUM(DISTINCT ")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "An order that came a little out of order is missing in its window.",
      when = "the watermark is as late as the latest event.",
      rule =
          "The watermark says how long a window waits: as far behind as events are out of order.")
  public static final class ToleratesNoDisorder implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at).orders(" - INTERVAL '30' SECOND", "").buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "Orders that were sent late are in the window in which they were sent.",
      when = "the timestamp of the record in Kafka is taken for the time of the order.",
      rule = "A producer stamps a record when it is sent; when it happened stands in the event.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .orders(
              "event_time TIMESTAMP_LTZ(3)",
              "event_time TIMESTAMP_LTZ(3) METADATA FROM 'timestamp'")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "After the failure the topic has the same windows twice.",
      when = "the topic is written at least once, which is the default.",
      rule = "What was written after the last checkpoint comes again, unless transactions hide it.")
  public static final class WritesAtLeastOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at)
          .categoryTotals("'exactly-once'", "'at-least-once'")
          .buildWithCheckpoints(env);
    }
  }

  @Misconception(
      headline = "Nothing that was written to the topic is ever committed.",
      when = "no checkpoints are enabled.",
      rule = "A checkpoint commits transactions, and is what a job goes back to after a failure.")
  public static final class TakesNoCheckpoints implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      Statements.at(at).buildOn(env);
    }
  }

  @Misconception(
      headline = "There are two jobs, and each of them reads the topic by itself.",
      when = "each INSERT is executed on its own.",
      rule = "executeSql starts a job for each INSERT; a statement set makes one job of several.")
  public static final class StartsTwoJobs implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      StreamTableEnvironment tables = Statements.at(at).tables(env);
      tables.executeSql(TOTAL_WINDOWS);
      tables.executeSql(TOTAL_REGIONS);
    }
  }
}
