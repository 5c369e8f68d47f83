package kata.flink.pipeline;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.harness.transcript.Transcript;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Stories and parts of pipelines that copy one topic to another. */
final class Pipelines {

  static final Scenario<Message> CRASH =
      PipelineStory.named("crash", "It fails between two checkpoints.")
          .topic("in", 1)
          .topic("out", 1)
          .record("in", null, "12:00", "one")
          .checkpoint("12:01")
          .record("in", null, "12:02", "two")
          .crash("12:03")
          .record("in", null, "12:04", "three")
          .checkpoint("12:05")
          .done();

  static final Scenario<Message> LAST_CRASH =
      PipelineStory.named("last-crash", "It fails when it may not start again.")
          .topic("in", 1)
          .topic("out", 1)
          .record("in", null, "12:00", "one")
          .checkpoint("12:01")
          .lastCrash("12:02")
          .done();

  private Pipelines() {}

  static KafkaSourceBuilder<String> in(Connections at) {
    return KafkaSource.<String>builder()
        .setBootstrapServers(at.kafka())
        .setTopics(at.topic("in"))
        .setGroupId(at.group())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new SimpleStringSchema());
  }

  static KafkaSink<String> out(Connections at, DeliveryGuarantee guarantee) {
    return out(at, guarantee, at.group());
  }

  static KafkaSink<String> out(Connections at, DeliveryGuarantee guarantee, String prefix) {
    return out(at.kafka(), at.topic("out"))
        .setDeliveryGuarantee(guarantee)
        .setTransactionalIdPrefix(prefix)
        .setProperty("transaction.timeout.ms", "60000")
        .build();
  }

  static KafkaSinkBuilder<String> out(String brokers, String topic) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(brokers)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.builder()
                .setTopic(topic)
                .setValueSerializationSchema(new SimpleStringSchema())
                .build());
  }

  /** Copies with checkpoints. */
  static Pipeline copy(DeliveryGuarantee guarantee) {
    return (env, at) -> {
      env.enableCheckpointing(1000);
      copy(env, in(at).build(), out(at, guarantee));
    };
  }

  static void copy(StreamExecutionEnvironment env, KafkaSource<String> in, KafkaSink<String> out) {
    env.fromSource(in, WatermarkStrategy.noWatermarks(), "in").sinkTo(out);
  }

  /** Returns the values that came out, each after the moment of the story at which it did. */
  static List<String> values(Transcript transcript) {
    return transcript.emissions().stream()
        .map(it -> it.at() + " " + it.row().cells().get("value"))
        .toList();
  }
}
