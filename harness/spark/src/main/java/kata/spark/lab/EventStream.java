package kata.spark.lab;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.execution.streaming.MemoryStream;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;
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

  private static final StructType SCHEMA =
      new StructType()
          .add("event_id", DataTypes.StringType)
          .add("user_id", DataTypes.StringType)
          .add("session_id", DataTypes.StringType)
          .add("event_type", DataTypes.StringType)
          .add("page", DataTypes.StringType)
          .add("event_time", DataTypes.TimestampType)
          .add("country", DataTypes.StringType)
          .add("device", DataTypes.StringType);

  private static final AtomicInteger STREAMS = new AtomicInteger();

  private final MemoryStream<Row> arrivals;
  private final Duration lead;
  private final Dataset<Row> events;

  EventStream(SparkSession session, Scenario<ClickEvent> scenario) {
    this.arrivals =
        new MemoryStream<>(
            STREAMS.incrementAndGet(), session.sqlContext(), Option.empty(), Encoders.row(SCHEMA));
    this.lead = greatestLead(scenario);
    this.events =
        arrivals
            .toDF()
            .withWatermark("event_time", lead.toMillis() + " milliseconds")
            .filter(isNoHeartbeat())
            .coalesce(1);
  }

  /** Returns how far an event may be ahead of the watermark that follows it. */
  private static Duration greatestLead(Scenario<ClickEvent> scenario) {
    Duration greatest = Duration.ZERO;
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      for (ClickEvent event : step.arrivals()) {
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
  void add(Scenario.Step<ClickEvent> step) {
    List<Row> rows = new ArrayList<>();
    step.arrivals().forEach(event -> rows.add(row(event)));
    rows.add(heartbeat(step.watermark()));
    arrivals.addData(JavaConverters.asScalaBuffer(rows));
  }

  private static Row row(ClickEvent event) {
    return RowFactory.create(
        event.eventId(),
        event.userId(),
        event.sessionId(),
        event.eventType().name(),
        event.page(),
        Timestamp.from(event.eventTime()),
        event.country(),
        event.device());
  }

  private Row heartbeat(Instant watermark) {
    Timestamp time = Timestamp.from(watermark.plus(lead));
    return RowFactory.create(null, null, null, null, null, time, null, null);
  }
}
