package kata.spark.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.LearnerMistake;
import kata.harness.lab.StateUse;
import kata.harness.transcript.Arrived;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Plays a story whose steps bring their watermarks, through a query of one stream or of two. */
final class WatermarkPlay {

  private static final int NOWHERE = -1;

  private final Scenario<?> scenario;
  private final List<EventStream> streams;
  private final Dataset<Row> results;
  private final OutputMode mode;
  private final Optional<MonitoredQuery> monitored;
  private final List<StreamingQueryProgress> batches = new ArrayList<>();

  /**
   * Builds the query.
   *
   * @throws LearnerMistake if the answer is no query, or if what it returned cannot be played
   */
  WatermarkPlay(Object answer, Scenario<?> scenario, SparkSession session) {
    this.scenario = scenario;
    this.monitored =
        Optional.of(answer)
            .filter(MonitoredQuery.class::isInstance)
            .map(MonitoredQuery.class::cast);
    if (answer instanceof StreamQuery query) {
      streams = List.of(new EventStream(session, scenario));
      results = query.build(streams.get(0).events());
      mode = query.outputMode();
    } else if (answer instanceof JoinQuery query) {
      streams =
          List.of(
              new EventStream(session, scenario, event -> !JoinQuery.isPurchase(event)),
              new EventStream(session, scenario, JoinQuery::isPurchase));
      results = query.build(streams.get(0).events(), streams.get(1).events());
      mode = query.outputMode();
    } else {
      throw LearnerMistake.isNot(StreamQuery.class, answer);
    }
    ResultCheck.demandPlayable(streams.stream().map(EventStream::events).toList(), results, mode);
  }

  Transcript run() throws Exception {
    return run(NOWHERE);
  }

  /** Plays the story; the middle one of its steps fails and is run again. */
  Transcript runWithFailure() throws Exception {
    return run(scenario.steps().size() / 2);
  }

  private Transcript run(int failing) throws Exception {
    List<Emission> emissions = new ArrayList<>();
    Instant start = scenario.steps().get(0).watermark();
    try (RunningQuery running = new RunningQuery(results, mode, RunningQuery.AT_ONCE, start)) {
      for (int i = 0; i < scenario.steps().size(); i++) {
        Scenario.Step<?> step = scenario.steps().get(i);
        String at = StoryTime.format(step.watermark());
        if (i == failing) {
          running.failNext();
        }
        for (RunningQuery.Outcome outcome : running.step(step.watermark(), () -> add(step))) {
          batches.addAll(outcome.batches());
          outcome.rows().forEach(row -> emissions.add(new Emission(at, RowReader.read(row))));
          monitored.ifPresent(query -> emissions.add(dropped(query, step, outcome)));
        }
      }
    }
    return new Transcript(emissions);
  }

  private void add(Scenario.Step<?> step) {
    streams.forEach(stream -> stream.add(step));
  }

  private Emission dropped(
      MonitoredQuery query, Scenario.Step<?> step, RunningQuery.Outcome outcome) {
    long rows = outcome.batches().stream().mapToLong(query::dropped).sum();
    return Progress.dropped(StoryTime.format(step.watermark()), Arrived.in(scenario, step), rows);
  }

  /** Returns how many rows the state of the query held after the micro-batches that were run. */
  StateUse stateUse() {
    long peak = 0;
    long left = 0;
    for (StreamingQueryProgress batch : batches) {
      StateOperatorProgress[] operators = batch.stateOperators();
      left = Arrays.stream(operators).mapToLong(StateOperatorProgress::numRowsTotal).sum();
      peak =
          Math.max(
              peak,
              Arrays.stream(operators)
                  .mapToLong(StateOperatorProgress::numRowsTotal)
                  .max()
                  .orElse(0));
    }
    return new StateUse(peak, left, "row");
  }
}
