package kata.flink.tominio;

import static kata.flink.tominio.ClickArchive.CHECKPOINT_INTERVAL;
import static kata.flink.tominio.ClickArchive.clicks;
import static kata.flink.tominio.ClickArchive.lines;
import static kata.flink.tominio.ClickArchive.restarts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToLongFunction;
import kata.flink.pipeline.Pipeline;
import kata.flink.tominio.ClickArchive.WithWindow;
import kata.harness.diagnosis.Misconception;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Wrong answers to {@link ClickArchive}. */
public final class ClickArchiveMisconceptions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClickArchiveMisconceptions() {}

  private static DataStream<String> checkpointed(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL).configure(restarts(3));
    return clicks(env, at, OffsetsInitializer.earliest());
  }

  @Misconception(
      headline = "No object is ever finished: the bucket stays empty.",
      when = "no checkpoints are enabled.",
      rule =
          "The file sink finishes its objects when a checkpoint completes, and at no other time.")
  public static final class TakesNoCheckpoints implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.configure(restarts(3));
      clicks(env, at, OffsetsInitializer.earliest()).map(new WithWindow()).sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "Objects are still in progress after the checkpoint, so no line can be read.",
      when = "the sink keeps its objects open until they are large or old enough.",
      rule = "A rolling policy says when an object ends; what is in progress is invisible.")
  public static final class KeepsObjectsOpen implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at)
          .map(new WithWindow())
          .sinkTo(
              FileSink.forRowFormat(
                      new Path(at.folder("clicks")), new SimpleStringEncoder<String>())
                  .build());
    }
  }

  @Misconception(
      headline = "Clicks that were read again after the failure are in the bucket twice.",
      when = "a function writes an object for each click by itself.",
      rule = "A checkpoint cannot take back what a function wrote; a sink with commits can.")
  public static final class WritesObjectsByHand implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      String folder = at.folder("clicks");
      checkpointed(env, at)
          .map(new WithWindow())
          .map(new WriteObject(folder))
          .sinkTo(new DiscardingSink<>());
    }
  }

  /** Writes each line into an object of its own. */
  private static final class WriteObject implements MapFunction<String, String> {

    private static final long serialVersionUID = 1L;

    private final String folder;

    WriteObject(String folder) {
      this.folder = folder;
    }

    @Override
    public String map(String line) throws IOException {
      Path object = new Path(folder, UUID.randomUUID() + ".jsonl");
      try (OutputStream out =
          object.getFileSystem().create(object, FileSystem.WriteMode.NO_OVERWRITE)) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
      return line;
    }
  }

  @Misconception(
      headline = "The job failed and did not start again, although it takes checkpoints.",
      when = "the restart strategy is none.",
      rule = "A checkpoint is what a job goes back to; a restart strategy says whether it does.")
  public static final class NeverStartsAgain implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL)
          .configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
      clicks(env, at, OffsetsInitializer.earliest()).map(new WithWindow()).sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "The job started again once, and gave up at the next failure.",
      when = "the restart strategy has one attempt, which is the default of a fixed delay.",
      rule = "The attempts of a fixed delay are counted over the whole life of a job.")
  public static final class StartsAgainOnce implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL).configure(restarts(1));
      clicks(env, at, OffsetsInitializer.earliest()).map(new WithWindow()).sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "The job started again a fourth time, and would do so for ever.",
      when = "no restart strategy is set, so that a job with checkpoints never gives up.",
      rule =
          "What fails again and again needs somebody who looks: after three attempts let it fail.")
  public static final class NeverGivesUp implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      clicks(env, at, OffsetsInitializer.earliest()).map(new WithWindow()).sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "What lay in the topic before the job started is not in the archive.",
      when = "the source starts at the end of the topic.",
      rule = "Without a checkpoint to go back to, the starting offsets decide what is read at all.")
  public static final class StartsAtTheEnd implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL).configure(restarts(3));
      clicks(env, at, OffsetsInitializer.latest()).map(new WithWindow()).sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "The end of each window is a millisecond too early.",
      when = "the last moment of a window is taken for its end.",
      rule = "The end of a window is the first moment that is not in it any more.")
  public static final class EndsAMillisecondEarly implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at)
          .map(line -> bounded(line, time(line), window -> window.maxTimestamp()))
          .sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "Fields of the clicks are gone.",
      when = "a line has only those fields that somebody has thought of.",
      rule = "Nobody knows today what an archive will be asked: pass on what you do not need.")
  public static final class KeepsFewFields implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at)
          .map(
              line -> {
                ObjectNode click = JSON.readValue(line, ObjectNode.class);
                click.retain("event_id", "page", "event_time");
                return bounded(click.toString(), time(line), TimeWindow::getEnd);
              })
          .sinkTo(lines(at));
    }
  }

  @Misconception(
      headline = "Windows lie around the clicks instead of beginning on full five minutes.",
      when = "a window is the five minutes after its click.",
      rule = "Tumbling windows are aligned to the epoch: they do not begin with an event.")
  public static final class BeginsWithTheClick implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at)
          .map(
              line -> {
                ObjectNode click = JSON.readValue(line, ObjectNode.class);
                long start = time(line);
                return WithWindow.withBounds(
                    click, start, start + Duration.ofMinutes(5).toMillis());
              })
          .sinkTo(lines(at));
    }
  }

  private static long time(String line) throws JsonProcessingException {
    return Instant.parse(JSON.readTree(line).get("event_time").textValue()).toEpochMilli();
  }

  private static String bounded(String line, long time, ToLongFunction<TimeWindow> end)
      throws JsonProcessingException {
    long size = Duration.ofMinutes(5).toMillis();
    long start = TimeWindow.getWindowStartWithOffset(time, 0, size);
    return WithWindow.withBounds(
        JSON.readValue(line, ObjectNode.class),
        start,
        end.applyAsLong(new TimeWindow(start, start + size)));
  }

  @Misconception(
      headline = "Clicks that were sent late are in the window in which they were sent.",
      when = "the time of the record in Kafka is taken for the time of the click.",
      rule = "A producer stamps a record when it is sent; when it happened stands in the event.")
  public static final class TakesTheTimeOfTheRecord implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at).process(new WindowOfTheRecord()).sinkTo(lines(at));
    }
  }

  /** Puts a line into the window of its record. */
  private static final class WindowOfTheRecord extends ProcessFunction<String, String> {

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(String line, Context context, Collector<String> out)
        throws JsonProcessingException {
      out.collect(bounded(line, context.timestamp(), TimeWindow::getEnd));
    }
  }

  @Misconception(
      headline = "Old clicks are not in the archive, and the others come with a delay.",
      when = "clicks go through a window operator to learn the bounds of their window.",
      rule =
          "A window operator waits for the watermark and drops what is late; a map does neither.")
  public static final class WaitsForWindows implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at)
          .assignTimestampsAndWatermarks(
              WatermarkStrategy.<String>forBoundedOutOfOrderness(Duration.ofMinutes(1))
                  .withTimestampAssigner(new EventTime()))
          .windowAll(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .process(new AllOfAWindow())
          .sinkTo(lines(at));
    }
  }

  /** Reads the time of a click. */
  private static final class EventTime implements SerializableTimestampAssigner<String> {

    private static final long serialVersionUID = 1L;

    @Override
    public long extractTimestamp(String line, long written) {
      try {
        return time(line);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  /** Labels all lines of a window. */
  private static final class AllOfAWindow
      extends ProcessAllWindowFunction<String, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void process(Context context, Iterable<String> lines, Collector<String> out)
        throws JsonProcessingException {
      for (String line : lines) {
        out.collect(bounded(line, context.window().getStart(), TimeWindow::getEnd));
      }
    }
  }

  @Misconception(
      headline = "The lines run into each other, and nobody can read them any more.",
      when = "an encoder writes no end of line.",
      rule = "The file sink writes exactly what the encoder gives it, and adds nothing in between.")
  public static final class EndsNoLine implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      checkpointed(env, at)
          .map(new WithWindow())
          .sinkTo(
              FileSink.<String>forRowFormat(
                      new Path(at.folder("clicks")),
                      (line, out) -> out.write(line.getBytes(StandardCharsets.UTF_8)))
                  .withRollingPolicy(OnCheckpointRollingPolicy.build())
                  .build());
    }
  }
}
