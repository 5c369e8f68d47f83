package kata.flink.lab;

import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Plays a story of arrivals through an answer to a lesson on watermarks. */
final class ArrivalPlay {

  /** Runs what was built. */
  interface Execution {
    void of(StreamExecutionEnvironment env) throws Exception;
  }

  private final Scenario<ClickEvent> scenario;
  private final Source<ClickEvent, ?, ?> source;
  private final ArrivalEnvironment env;
  private final Pace pace;

  /**
   * Prepares a play.
   *
   * @param pace is kept if one event can overtake another behind the strategy
   */
  ArrivalPlay(Scenario<ClickEvent> scenario, Configuration settings, Pace pace) {
    this.scenario = scenario;
    this.pace = pace;
    this.source = new ScriptedSource<>(scenario, pace, Failure.never());
    this.env = new ArrivalEnvironment(scenario, source, settings, pace);
    pace.waitForOthers();
  }

  Transcript run(Object answer, Execution execution) throws Exception {
    DataStream<ClickEvent> events = events(answer);
    if (events == null) {
      throw new LearnerMistake(
          "Your code returned null instead of a stream.",
          "Return the stream that your last call gives back.");
    }
    SingleOutputStreamOperator<ClickEvent> strategy = env.strategyOf(events);
    SingleOutputStreamOperator<PageCount> counts = CountedWindows.of(events);
    try (TranscriptSink<PageCount> main = new TranscriptSink<>(pace);
        TranscriptSink<ClickEvent> late = new TranscriptSink<>(pace);
        TranscriptSink<Long> watermarks = new TranscriptSink<>()) {
      counts.sinkTo(main).setParallelism(1);
      counts.getSideOutput(CountedWindows.LATE).sinkTo(late).setParallelism(1);
      strategy.getSideOutput(StrategyOperator.AFTER_STEP).sinkTo(watermarks).setParallelism(1);
      if (SeveralWays.in(env)) {
        pace.keep(env);
      }
      List<String> remarks = LooseEnds.find(env, strategy);
      execution.of(env);
      ArrivalTranscript told =
          new ArrivalTranscript(scenario, only(Long.class, watermarks.collected()));
      List<Emission> emissions = RowReader.emissions(Emission.MAIN, main.collected(), told::at);
      emissions.addAll(told.late(only(ClickEvent.class, late.collected())));
      emissions.addAll(told.watermarks());
      return new Transcript(emissions, remarks);
    }
  }

  private DataStream<ClickEvent> events(Object answer) {
    if (answer instanceof WatermarkJob job) {
      return env.fromSource(source, job.strategy(), "events");
    }
    if (answer instanceof SourceJob job) {
      return job.read(env, source);
    }
    throw new LearnerMistake(
        answer.getClass().getSimpleName() + " is neither a WatermarkJob nor a SourceJob.",
        "Let the class implement the interface again that the starter implemented.");
  }

  private static <T> List<T> only(Class<T> type, List<Object> collected) {
    return collected.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
