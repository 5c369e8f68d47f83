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

  ArrivalPlay(Scenario<ClickEvent> scenario, Configuration settings) {
    this.scenario = scenario;
    this.source = new ScriptedSource<>(scenario);
    this.env = new ArrivalEnvironment(scenario, source, settings);
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
    try (TranscriptSink<PageCount> main = new TranscriptSink<>();
        TranscriptSink<ClickEvent> late = new TranscriptSink<>();
        TranscriptSink<Long> watermarks = new TranscriptSink<>()) {
      counts.sinkTo(main);
      counts.getSideOutput(CountedWindows.LATE).sinkTo(late);
      strategy.getSideOutput(StrategyOperator.AFTER_STEP).sinkTo(watermarks);
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
