package kata.flink.topostgres;

import static kata.flink.topostgres.PageViewTable.CHECKPOINT_INTERVAL;
import static kata.flink.topostgres.PageViewTable.UPSERT;
import static kata.flink.topostgres.PageViewTable.aMinuteBehind;
import static kata.flink.topostgres.PageViewTable.counts;
import static kata.flink.topostgres.PageViewTable.database;
import static kata.flink.topostgres.PageViewTable.table;
import static kata.flink.topostgres.PageViewTable.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers to {@link PageViewTable} that are written differently. */
public final class PageViewTableAlternatives {

  private PageViewTableAlternatives() {}

  /** Reads text, finds the event time behind the source, keeps the views, and writes row by row. */
  public static final class TextFirst implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      KafkaSource<String> lines =
          KafkaSource.<String>builder()
              .setBootstrapServers(at.kafka())
              .setTopics(at.topic("clicks"))
              .setGroupId(at.group())
              .setStartingOffsets(OffsetsInitializer.earliest())
              .setValueOnlyDeserializer(new SimpleStringSchema())
              .build();
      env.fromSource(lines, WatermarkStrategy.noWatermarks(), "clicks")
          .map(line -> JsonLines.of(EventFields.CLICKS).fromLine(line))
          .assignTimestampsAndWatermarks(aMinuteBehind())
          .keyBy(ClickEvent::page)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
          .allowedLateness(Duration.ofMinutes(10))
          .process(new CountAll())
          .sinkTo(rowByRow(at));
    }
  }

  /** Counts the views of a window when it fires. */
  private static final class CountAll
      extends ProcessWindowFunction<ClickEvent, PageCount, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String page, Context context, Iterable<ClickEvent> views, Collector<PageCount> out) {
      long count = 0;
      for (ClickEvent view : views) {
        count++;
      }
      out.collect(
          new PageCount(
              Instant.ofEpochMilli(context.window().getStart()),
              Instant.ofEpochMilli(context.window().getEnd()),
              page,
              count));
    }
  }

  private static JdbcSink<PageCount> rowByRow(Connections at) {
    return JdbcSink.<PageCount>builder()
        .withExecutionOptions(JdbcExecutionOptions.builder().withBatchSize(1).build())
        .withQueryStatement(
            """
            insert into page_views values (?, ?, ?, ?)
            on conflict on constraint page_views_pkey do update set views = excluded.views
            """,
            (values, row) -> {
              values.setObject(1, row.windowStart().atOffset(ZoneOffset.UTC));
              values.setObject(2, row.windowEnd().atOffset(ZoneOffset.UTC));
              values.setObject(3, row.page());
              values.setObject(4, row.views());
            })
        .buildAtLeastOnce(database(at));
  }

  /** Counts by itself, without windows of Flink's. */
  public static final class WithoutWindows implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<ClickEvent> views =
          env.fromSource(topic(at, OffsetsInitializer.earliest()), aMinuteBehind(), "clicks");
      views.keyBy(ClickEvent::page).process(new OpenWindows()).sinkTo(table(at, UPSERT));
    }
  }

  /** Keeps the counts of a page by the start of their windows. */
  private static final class OpenWindows
      extends KeyedProcessFunction<String, ClickEvent, PageCount> {

    private static final long serialVersionUID = 1L;
    private static final long SIZE = Duration.ofMinutes(5).toMillis();
    private static final long LATENESS = Duration.ofMinutes(10).toMillis();

    private transient MapState<Long, Long> counts;

    @Override
    public void open(OpenContext context) {
      counts =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<PageCount> out)
        throws Exception {
      long start = context.timestamp() - Math.floorMod(context.timestamp(), SIZE);
      long last = start + SIZE - 1;
      long now = context.timerService().currentWatermark();
      if (last + LATENESS <= now) {
        return;
      }
      Long before = counts.get(start);
      counts.put(start, before == null ? 1 : before + 1);
      context.timerService().registerEventTimeTimer(last + LATENESS);
      if (last <= now) {
        emit(context.getCurrentKey(), start, out);
      } else {
        context.timerService().registerEventTimeTimer(last);
      }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<PageCount> out)
        throws Exception {
      // A moment may be the last of one window, and the last at which another is corrected.
      long ended = time + 1 - SIZE;
      if (counts.contains(ended)) {
        emit(context.getCurrentKey(), ended, out);
      }
      counts.remove(ended - LATENESS);
    }

    private void emit(String page, long start, Collector<PageCount> out) throws Exception {
      out.collect(
          new PageCount(
              Instant.ofEpochMilli(start),
              Instant.ofEpochMilli(start + SIZE),
              page,
              counts.get(start)));
    }
  }

  /** Writes with a sink of its own, which turns a row that is missing into a new one. */
  public static final class OwnSink implements Pipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      DataStream<ClickEvent> views =
          env.fromSource(topic(at, OffsetsInitializer.earliest()), aMinuteBehind(), "clicks");
      counts(views).sinkTo(context -> new UpdateOrInsert(at));
    }
  }
}
