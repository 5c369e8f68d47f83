package kata.flink.topostgres;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.Pipeline;
import kata.pipeline.Connections;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Keep a table of page views in windows of five minutes right, from Kafka to PostgreSQL. */
public final class PageViewTable implements Pipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();

  static final String UPSERT =
      """
      insert into page_views (window_start, window_end, page, views) values (?, ?, ?, ?)
      on conflict (window_start, page) do update set views = excluded.views
      """;

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    DataStream<ClickEvent> views =
        env.fromSource(topic(at, OffsetsInitializer.earliest()), aMinuteBehind(), "clicks");
    counts(views).sinkTo(table(at, UPSERT));
  }

  static KafkaSource<ClickEvent> topic(Connections at, OffsetsInitializer start) {
    return KafkaSource.<ClickEvent>builder()
        .setBootstrapServers(at.kafka())
        .setTopics(at.topic("clicks"))
        .setGroupId(at.group())
        .setStartingOffsets(start)
        .setValueOnlyDeserializer(new ClickSchema())
        .build();
  }

  static WatermarkStrategy<ClickEvent> aMinuteBehind() {
    return WatermarkStrategy.<ClickEvent>forBoundedOutOfOrderness(Duration.ofMinutes(1))
        .withTimestampAssigner((click, written) -> click.eventTime().toEpochMilli());
  }

  static DataStream<PageCount> counts(DataStream<ClickEvent> views) {
    return views
        .keyBy(ClickEvent::page)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(5)))
        .allowedLateness(Duration.ofMinutes(10))
        .aggregate(new CountViews(), new CountViews.Label());
  }

  static JdbcSink<PageCount> table(Connections at, String statement) {
    return JdbcSink.<PageCount>builder()
        .withQueryStatement(
            statement,
            (values, row) -> {
              values.setTimestamp(1, Timestamp.from(row.windowStart()));
              values.setTimestamp(2, Timestamp.from(row.windowEnd()));
              values.setString(3, row.page());
              values.setLong(4, row.views());
            })
        .buildAtLeastOnce(database(at));
  }

  static JdbcConnectionOptions database(Connections at) {
    return new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
        .withUrl(at.databaseUrl())
        .withUsername(at.databaseUser())
        .withPassword(at.databasePassword())
        .build();
  }

  /** Reads a click from the value of a record. */
  static final class ClickSchema extends AbstractDeserializationSchema<ClickEvent> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);

    ClickSchema() {
      super(ClickEvent.class);
    }

    @Override
    public ClickEvent deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }

  /** Counts the views of a window as they come, and puts its bounds and page to the count. */
  static final class CountViews implements AggregateFunction<ClickEvent, Long, Long> {

    private static final long serialVersionUID = 1L;

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(ClickEvent view, Long views) {
      return views + 1;
    }

    @Override
    public Long getResult(Long views) {
      return views;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }

    /** Names the window and the page of a count. */
    static final class Label implements WindowFunction<Long, PageCount, String, TimeWindow> {

      private static final long serialVersionUID = 1L;

      @Override
      public void apply(
          String page, TimeWindow window, Iterable<Long> counts, Collector<PageCount> out) {
        for (Long views : counts) {
          out.collect(
              new PageCount(
                  Instant.ofEpochMilli(window.getStart()),
                  Instant.ofEpochMilli(window.getEnd()),
                  page,
                  views));
        }
      }
    }
  }
}
