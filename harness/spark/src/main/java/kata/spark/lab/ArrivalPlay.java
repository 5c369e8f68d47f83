package kata.spark.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.TimedEvent;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Arrived;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;
import scala.collection.JavaConverters;

/** Plays a story that brings no watermarks: each step adds what arrived to one stream or two. */
final class ArrivalPlay {

  private final Scenario<?> scenario;
  private final SparkSession session;
  private final EventColumns columns;
  private final List<Arrivals> streams = new ArrayList<>();
  private final List<Emission> emissions = new ArrayList<>();
  private final Progress progress = new Progress();

  ArrivalPlay(Scenario<?> scenario, SparkSession session) {
    this.scenario = scenario;
    this.session = session;
    this.columns = new EventColumns(scenario.events().get(0).getClass());
  }

  Transcript run(Object answer) throws Exception {
    if (answer instanceof TwoStreamQuery query) {
      List<Dataset<Row>> inputs = List.of(input(), input());
      Dataset<Row> results = query.build(inputs.get(0), inputs.get(1));
      return run(inputs, results, query.outputMode(), RunningQuery.AT_ONCE, false);
    }
    if (answer instanceof StreamQuery query) {
      List<Dataset<Row>> inputs = List.of(input());
      Dataset<Row> results = query.build(inputs.get(0));
      return query instanceof TriggeredQuery triggered
          ? run(inputs, results, query.outputMode(), triggerOf(triggered), true)
          : run(inputs, results, query.outputMode(), RunningQuery.AT_ONCE, false);
    }
    throw new LearnerMistake(
        answer.getClass().getSimpleName() + " is no query that the lab knows.",
        "Let the class implement the interface again that the starter implemented.");
  }

  private static Trigger triggerOf(TriggeredQuery query) {
    Trigger trigger = query.trigger();
    if (trigger == null) {
      throw new LearnerMistake(
          "Your code returned null instead of a trigger.",
          "Return one of those that the class Trigger makes.");
    }
    if (!RunningQuery.knows(trigger)) {
      throw new LearnerMistake(
          "Your query cannot run with this trigger.",
          "Continuous processing has no micro-batches, and Spark allows no aggregation in it.");
    }
    return trigger;
  }

  private Dataset<Row> input() {
    Arrivals arrivals = new Arrivals(session, columns.schema());
    streams.add(arrivals);
    return arrivals.toDF().coalesce(1);
  }

  private Transcript run(
      List<Dataset<Row>> inputs,
      Dataset<Row> results,
      OutputMode mode,
      Trigger trigger,
      boolean byBatch)
      throws Exception {
    ResultCheck.demandPlayable(inputs, results, mode);
    Instant start = scenario.steps().get(0).moment();
    try (RunningQuery query = new RunningQuery(results, mode, trigger, start)) {
      for (Scenario.Step<?> step : scenario.steps()) {
        tell(step, query.step(step.moment(), () -> add(step)), byBatch);
      }
    }
    return new Transcript(emissions);
  }

  private void add(Scenario.Step<?> step) {
    for (int i = 0; i < streams.size(); i++) {
      int stream = i;
      List<Row> rows =
          step.arrivals().stream()
              .filter(event -> streamOf(event) == stream)
              .map(columns::row)
              .toList();
      if (!rows.isEmpty()) {
        streams.get(i).addData(JavaConverters.asScalaBuffer(rows));
      }
    }
  }

  private int streamOf(TimedEvent event) {
    return Math.min(scenario.feed().partitionOf(event), streams.size() - 1);
  }

  private void tell(Scenario.Step<?> step, List<RunningQuery.Outcome> outcomes, boolean byBatch) {
    for (RunningQuery.Outcome outcome : outcomes) {
      String at = StoryTime.format(outcome.at());
      outcome.rows().forEach(row -> emissions.add(new Emission(at, RowReader.read(row))));
      if (byBatch) {
        emissions.addAll(progress.batches(outcome));
      }
    }
    if (!byBatch) {
      emissions.add(
          progress.step(
              StoryTime.format(step.moment()),
              Arrived.in(scenario, step),
              outcomes.stream().flatMap(outcome -> outcome.batches().stream()).toList()));
    }
  }
}
