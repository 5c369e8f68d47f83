package kata.flink.tominio;

import static kata.flink.tominio.ClickArchive.CHECKPOINT_INTERVAL;
import static kata.flink.tominio.ClickArchive.clicks;
import static kata.flink.tominio.ClickArchive.lines;
import static kata.flink.tominio.ClickArchive.restarts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import kata.datasets.ClickEvent;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.flink.tominio.ClickArchive.WithWindow;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.util.Collector;

/** Right answers to {@link ClickArchive} that are written differently. */
public final class ClickArchiveAlternatives {

  private ClickArchiveAlternatives() {}

  /** Files lines by the day and hour of the event. */
  public static final class FoldersByEventTime implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL).configure(restarts(3));
      clicks(env, at, OffsetsInitializer.earliest())
          .map(new WithWindow())
          .sinkTo(
              FileSink.<String>forRowFormat(
                      new Path(at.folder("clicks")),
                      (line, out) -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)))
                  .withBucketAssigner(new HourOfTheWindow())
                  .withRollingPolicy(OnCheckpointRollingPolicy.build())
                  .build());
    }
  }

  /** Names the folder of a line after the hour of its window. */
  private static final class HourOfTheWindow implements BucketAssigner<String, String> {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String getBucketId(String line, Context context) {
      try {
        Instant start = Instant.parse(JSON.readTree(line).get("event_timestamp_start").textValue());
        return DateTimeFormatter.ofPattern("'day='uuuu-MM-dd'/hour='HH", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(start);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
      return SimpleVersionedStringSerializer.INSTANCE;
    }
  }

  /** Reads clicks, gives them timestamps, and cuts those off at full five minutes. */
  public static final class CutsTimestamps implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL).configure(restarts(3));
      KafkaSource<ClickEvent> topic =
          KafkaSource.<ClickEvent>builder()
              .setBootstrapServers(at.kafka())
              .setTopics(at.topic("clicks"))
              .setGroupId(at.group())
              .setValueOnlyDeserializer(new Clicks())
              .build();
      env.fromSource(
              topic,
              WatermarkStrategy.<ClickEvent>forMonotonousTimestamps()
                  .withTimestampAssigner((click, written) -> click.eventTime().toEpochMilli()),
              "clicks")
          .process(new Windowed())
          .sinkTo(lines(at));
    }
  }

  /** Reads clicks. */
  private static final class Clicks extends AbstractDeserializationSchema<ClickEvent> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);

    @Override
    public ClickEvent deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }

  /** Writes a click with the five minutes in which its timestamp lies. */
  private static final class Windowed extends ProcessFunction<ClickEvent, String> {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void processElement(ClickEvent click, Context context, Collector<String> out)
        throws JsonProcessingException {
      Instant minute = Instant.ofEpochMilli(context.timestamp()).truncatedTo(ChronoUnit.MINUTES);
      Instant start =
          minute.minus(minute.atZone(ZoneOffset.UTC).getMinute() % 5, ChronoUnit.MINUTES);
      ObjectNode line =
          JSON.readValue(JsonLines.of(EventFields.CLICKS).toLine(click), ObjectNode.class);
      out.collect(
          WithWindow.withBounds(
              line, start.toEpochMilli(), start.plus(5, ChronoUnit.MINUTES).toEpochMilli()));
    }
  }
}
