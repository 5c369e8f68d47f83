package kata.flink.tominio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Archive clicks in a bucket, each once, with the five-minute window in which it happened. */
public final class ClickArchive implements Pipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    env.configure(restarts(3));
    clicks(env, at, OffsetsInitializer.earliest()).map(new WithWindow()).sinkTo(lines(at));
  }

  static Configuration restarts(int attempts) {
    return new Configuration()
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, attempts)
        .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(10));
  }

  static DataStream<String> clicks(
      StreamExecutionEnvironment env, Connections at, OffsetsInitializer start) {
    KafkaSource<String> topic =
        KafkaSource.<String>builder()
            .setBootstrapServers(at.kafka())
            .setTopics(at.topic("clicks"))
            .setGroupId(at.group())
            .setStartingOffsets(start)
            .setValueOnlyDeserializer(new SimpleStringSchema())
            .build();
    return env.fromSource(topic, WatermarkStrategy.noWatermarks(), "clicks");
  }

  static FileSink<String> lines(Connections at) {
    return FileSink.forRowFormat(new Path(at.folder("clicks")), new SimpleStringEncoder<String>())
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .build();
  }

  /** Adds to a click, as JSON, the bounds of the window in which it happened. */
  static final class WithWindow implements MapFunction<String, String> {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SIZE = Duration.ofMinutes(5).toMillis();

    @Override
    public String map(String line) throws JsonProcessingException {
      ObjectNode click = JSON.readValue(line, ObjectNode.class);
      Instant time = Instant.parse(click.get("event_time").textValue());
      long start = TimeWindow.getWindowStartWithOffset(time.toEpochMilli(), 0, SIZE);
      return withBounds(click, start, start + SIZE);
    }

    /**
     * Returns a click with two more fields.
     *
     * @param start in milliseconds of event time
     * @param end in milliseconds of event time
     */
    static String withBounds(ObjectNode click, long start, long end) {
      return click
          .put("event_timestamp_start", Instant.ofEpochMilli(start).toString())
          .put("event_timestamp_end", Instant.ofEpochMilli(end).toString())
          .toString();
    }
  }
}
