package kata.spark.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kata.datasets.Scenario;
import kata.datasets.TimedEvent;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;

/**
 * The events of a scenario as a streaming Dataset whose watermark stands exactly where the scenario
 * puts it.
 *
 * <p>Spark's watermark is the greatest event time of the micro-batches so far, minus a delay. So
 * each step brings one more row, a heartbeat, which lies behind the step's watermark by as much as
 * the boldest event of the scenario is ahead of its own; that is also the delay. The heartbeats are
 * taken out again before the learner sees the stream.
 *
 * @see <a
 *     href="https://spark.apache.org/docs/3.5.7/structured-streaming-programming-guide.html#handling-late-data-and-watermarking">Handling
 *     late data and watermarking</a>
 */
final class EventStream {

  private final EventColumns columns;
  private final Arrivals arrivals;
  private final Duration lead;
  private final Predicate<TimedEvent> part;
  private final Dataset<Row> events;

  EventStream(SparkSession session, Scenario<? extends TimedEvent> scenario) {
    this(session, scenario, event -> true);
  }

  /**
   * Makes a stream of a part of the events; it has the watermark of the whole.
   *
   * @param part whether an event belongs to it
   */
  EventStream(
      SparkSession session, Scenario<? extends TimedEvent> scenario, Predicate<TimedEvent> part) {
    this.part = part;
    this.columns = new EventColumns(scenario.events().get(0).getClass());
    this.arrivals = new Arrivals(session, columns.schema());
    this.lead = greatestLead(scenario);
    this.events =
        arrivals
            .toDF()
            .withWatermark("event_time", lead.toMillis() + " milliseconds")
            .filter(isNoHeartbeat())
            .coalesce(1);
  }

  /** Returns how far an event may be ahead of the watermark that follows it. */
  private static Duration greatestLead(Scenario<? extends TimedEvent> scenario) {
    Duration greatest = Duration.ZERO;
    for (Scenario.Step<? extends TimedEvent> step : scenario.steps()) {
      for (TimedEvent event : step.arrivals()) {
        Duration lead = Duration.between(step.watermark(), event.eventTime());
        greatest = lead.compareTo(greatest) > 0 ? lead : greatest;
      }
    }
    return greatest;
  }

  private static Column isNoHeartbeat() {
    UDF1<String, Boolean> hasId = id -> id != null;
    // Spark moves a filter to below the watermark if it does not read the event time, and would
    // move a learner's filter there too: the heartbeats were lost before they are seen. Nothing
    // moves past a filter that is not deterministic.
    return functions
        .udf(hasId, DataTypes.BooleanType)
        .asNondeterministic()
        .apply(functions.col("event_id"));
  }

  Dataset<Row> events() {
    return events;
  }

  /** Lets the events of a step arrive, and its heartbeat, in one micro-batch. */
  void add(Scenario.Step<? extends TimedEvent> step) {
    List<Row> rows = new ArrayList<>();
    step.arrivals().stream().filter(part).forEach(event -> rows.add(columns.row(event)));
    rows.add(columns.empty(step.watermark().plus(lead)));
    arrivals.addData(JavaConverters.asScalaBuffer(rows));
  }
}
