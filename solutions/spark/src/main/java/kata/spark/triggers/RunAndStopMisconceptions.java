package kata.spark.triggers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.window;

import kata.harness.diagnosis.Misconception;
import kata.spark.lab.TriggeredQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/** What people get wrong about a query that a scheduler starts again and again. */
public final class RunAndStopMisconceptions {

  private RunAndStopMisconceptions() {}

  /** Right but for what a wrong answer changes. */
  abstract static class Query implements TriggeredQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views);
    }

    @Override
    public Trigger trigger() {
      return Trigger.AvailableNow();
    }
  }

  @Misconception(
      headline = "What a run made complete came out in the next run only.",
      when = "the trigger runs a single micro-batch.",
      rule = "The watermark moves after a batch; what it completes comes in one more batch.",
      hint = 2)
  public static final class Once extends Query {
    @Override
    @SuppressWarnings("deprecation")
    public Trigger trigger() {
      return Trigger.Once();
    }
  }

  @Misconception(
      headline = "The query never ended: there was one run, and it waited for more.",
      when = "the trigger is the default one, with an interval of zero.",
      rule = "A query with an interval, even of zero, runs until somebody stops it.",
      hint = 1)
  public static final class NeverEnds extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime(0);
    }
  }

  @Misconception(
      headline = "The query never ended: it looked for more every ten minutes.",
      when = "the interval of the scheduler became that of the trigger.",
      rule = "An interval is for a query that runs all the time; a scheduler starts one that ends.",
      hint = 1)
  public static final class EveryTenMinutes extends Query {
    @Override
    public Trigger trigger() {
      return Trigger.ProcessingTime("10 minutes");
    }
  }

  @Misconception(
      headline = "Windows came out that were not complete yet.",
      when = "the mode gives out whatever changes (update).",
      rule = "The end of a run completes nothing: the next one may still add to an open window.",
      hint = 3)
  public static final class UpdateMode extends Query {
    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }
  }

  @Misconception(
      headline = "Each run gave out all windows since the beginning.",
      when = "the whole table goes out each time (output mode complete).",
      rule = "The checkpoint keeps what is counted; complete repeats all of it in each run.",
      hint = 3)
  public static final class CompleteMode extends Query {
    @Override
    public OutputMode outputMode() {
      return OutputMode.Complete();
    }
  }

  @Misconception(
      headline = "Windows came out two minutes too early, and what came after was dropped.",
      when = "the watermark does not wait.",
      rule = "Views out of order may come in the next run; the delay keeps their window open.",
      hint = 3)
  public static final class NoDelay extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(
          views.withWatermark("event_time", "0 seconds"), window(col("event_time"), "5 minutes"));
    }
  }

  @Misconception(
      headline = "Views that came late in order, but not too late, are missing.",
      when = "only views of the last ten minutes are taken, for fear of counting some twice.",
      rule = "The checkpoint knows what has been read; each view is taken exactly once.",
      hint = 2)
  public static final class SinceLastRun extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.where("event_time >= current_timestamp() - INTERVAL 10 MINUTES"));
    }
  }

  @Misconception(
      headline = "A view that had waited long for its run is missing.",
      when = "only views of the last hour are taken.",
      rule = "The checkpoint knows what has been read; a run may come after a long pause.",
      hint = 2)
  public static final class LastHour extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.where("event_time >= current_timestamp() - INTERVAL 1 HOUR"));
    }
  }

  @Misconception(
      headline = "Views were counted when they were read, not when they happened.",
      when = "the windows are cut from the machine's clock.",
      rule = "A run reads hours of views in a moment; only event time tells them apart.",
      hint = 1)
  public static final class ClockWindows extends Query {
    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      return Counts.of(views.withColumn("event_time", current_timestamp()));
    }
  }
}
