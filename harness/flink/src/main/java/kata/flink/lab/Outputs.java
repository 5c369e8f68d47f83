package kata.flink.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.datasets.Scenario;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Collects what comes out of one job, on its main output and on its side outputs. */
final class Outputs implements AutoCloseable {

  private final Map<String, TranscriptSink<?>> sinks = new LinkedHashMap<>();

  <T> void collect(String output, DataStream<T> results) {
    collect(output, results, null);
  }

  <T> void collect(String output, DataStream<T> results, Pace pace) {
    TranscriptSink<T> sink = new TranscriptSink<>(pace);
    sinks.put(output, sink);
    results.sinkTo(sink).name("transcript " + output).setParallelism(1);
  }

  /** Makes what has come out final. */
  void commit() {
    sinks.values().forEach(TranscriptSink::commit);
  }

  /** Forgets what has come out since the last commit. */
  void rollBack() {
    sinks.values().forEach(TranscriptSink::rollBack);
  }

  Transcript transcript(Scenario<?> scenario, List<String> remarks) {
    StepClock clock = new StepClock(scenario);
    List<Emission> emissions = new ArrayList<>();
    sinks.forEach(
        (output, sink) ->
            emissions.addAll(RowReader.emissions(output, sink.collected(), clock::at)));
    return new Transcript(emissions, remarks);
  }

  @Override
  public void close() {
    sinks.values().forEach(TranscriptSink::close);
  }
}
