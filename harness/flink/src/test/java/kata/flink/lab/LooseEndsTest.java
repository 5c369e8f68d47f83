package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class LooseEndsTest {

  private final StreamExecutionEnvironment env =
      new StreamExecutionEnvironment(new Configuration());

  @Test
  void a_stream_that_leads_to_a_sink_is_kept_even_one_of_the_learner() {
    DataStream<Integer> events = env.fromData(1, 2);
    events.filter(number -> number > 1).print();
    events.filter(number -> number > 2).printToErr();
    events.keyBy(number -> number).sum(0).sinkTo(new DiscardingSink<>());

    assertThat(LooseEnds.find(env, events)).isEmpty();
  }

  @Test
  void a_stream_that_leads_nowhere_is_dropped_and_named_once() {
    DataStream<Integer> events = env.fromData(1, 2);
    events.filter(number -> number > 1);
    events.filter(number -> number > 2);
    events.sinkTo(new DiscardingSink<>());

    assertThat(LooseEnds.find(env, events))
        .containsExactly(
            "Your code makes a stream (Filter) and drops it: a call returns a new stream, keep that"
                + " one.");
  }

  @Test
  void a_result_without_the_events_is_told_so() {
    DataStream<Integer> events = env.fromData(1, 2);
    env.fromData(3).sinkTo(new DiscardingSink<>());

    assertThat(LooseEnds.find(env, events))
        .containsExactly("Your result is not made of the events that you are given.");
  }
}
