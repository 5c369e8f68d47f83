package kata.flink.olap;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kata.datasets.AdClick;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.flink.pipeline.QueriedPipeline;
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

/** Gather clicks on advertisements by minute, and answer three questions while they come in. */
public final class AdReports implements QueriedPipeline {

  static final long CHECKPOINT_INTERVAL = Duration.ofSeconds(10).toMillis();

  static final String UPSERT =
      """
      insert into ad_minutes (minute, ad_id, campaign_id, clicks, revenue_cents)
      values (?, ?, ?, ?, ?)
      on conflict (minute, ad_id) do update
      set clicks = excluded.clicks, revenue_cents = excluded.revenue_cents
      """;

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    env.enableCheckpointing(CHECKPOINT_INTERVAL);
    minutes(clicks(env, at, OffsetsInitializer.earliest()), Duration.ofHours(1))
        .sinkTo(table(at, UPSERT));
  }

  static DataStream<AdClick> clicks(
      StreamExecutionEnvironment env, Connections at, OffsetsInitializer start) {
    return clicks(
        env,
        at,
        start,
        tenSecondsBehind()
            .withTimestampAssigner((click, written) -> click.eventTime().toEpochMilli()));
  }

  static DataStream<AdClick> clicks(
      StreamExecutionEnvironment env,
      Connections at,
      OffsetsInitializer start,
      WatermarkStrategy<AdClick> time) {
    KafkaSource<AdClick> topic =
        KafkaSource.<AdClick>builder()
            .setBootstrapServers(at.kafka())
            .setTopics(at.topic("ad_clicks"))
            .setGroupId(at.group())
            .setStartingOffsets(start)
            .setValueOnlyDeserializer(new AdClickSchema())
            .build();
    return env.fromSource(topic, time, "ad clicks");
  }

  static WatermarkStrategy<AdClick> tenSecondsBehind() {
    return WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofSeconds(10));
  }

  static DataStream<AdMinute> minutes(DataStream<AdClick> clicks, Duration lateness) {
    return clicks
        .keyBy(AdClick::adId)
        .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
        .allowedLateness(lateness)
        .aggregate(new SumClicks(), new SumClicks.Label());
  }

  static JdbcSink<AdMinute> table(Connections at, String statement) {
    return JdbcSink.<AdMinute>builder()
        .withQueryStatement(
            statement,
            (values, row) -> {
              values.setTimestamp(1, Timestamp.from(row.minute()));
              values.setString(2, row.adId());
              values.setString(3, row.campaignId());
              values.setLong(4, row.clicks());
              values.setLong(5, row.revenueCents());
            })
        .buildAtLeastOnce(
            new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(at.databaseUrl())
                .withUsername(at.databaseUser())
                .withPassword(at.databasePassword())
                .build());
  }

  @Override
  public Map<String, String> queries(Instant now) {
    return Map.of(
        "clicks per ad", clicksPerAd(now),
        "top campaigns", topCampaigns(now),
        "revenue per hour", revenuePerHour(now));
  }

  static String clicksPerAd(Instant now) {
    return """
    select ad_id, sum(clicks) as clicks
    from ad_minutes
    where minute >= timestamptz '%1$s' - interval '5 minutes' and minute < '%1$s'
    group by ad_id
    order by clicks desc, ad_id
    """
        .formatted(now);
  }

  static String topCampaigns(Instant now) {
    return """
    select campaign_id, sum(clicks) as clicks
    from ad_minutes
    where minute >= date_trunc('day', timestamptz '%s', 'UTC')
    group by campaign_id
    order by clicks desc, campaign_id
    limit 2
    """
        .formatted(now);
  }

  static String revenuePerHour(Instant now) {
    return """
    select date_trunc('hour', minute, 'UTC') as hour, sum(revenue_cents) as revenue_cents
    from ad_minutes
    where minute >= date_trunc('day', timestamptz '%s', 'UTC')
    group by hour
    order by hour
    """
        .formatted(now);
  }

  /** Reads a click on an advertisement from the value of a record. */
  static final class AdClickSchema extends AbstractDeserializationSchema<AdClick> {

    private static final long serialVersionUID = 1L;
    private static final JsonLines<AdClick> JSON = JsonLines.of(EventFields.AD_CLICKS);

    AdClickSchema() {
      super(AdClick.class);
    }

    @Override
    public AdClick deserialize(byte[] value) {
      return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
    }
  }

  /** Adds up the clicks of one advertisement as they come. */
  static final class SumClicks implements AggregateFunction<AdClick, AdMinute, AdMinute> {

    private static final long serialVersionUID = 1L;

    @Override
    public AdMinute createAccumulator() {
      return new AdMinute(Instant.EPOCH, "", "", 0, 0);
    }

    @Override
    public AdMinute add(AdClick click, AdMinute sum) {
      return new AdMinute(
          sum.minute(),
          click.adId(),
          click.campaignId(),
          sum.clicks() + 1,
          sum.revenueCents() + click.priceCents());
    }

    @Override
    public AdMinute getResult(AdMinute sum) {
      return sum;
    }

    @Override
    public AdMinute merge(AdMinute a, AdMinute b) {
      return new AdMinute(
          a.minute(),
          b.adId(),
          b.campaignId(),
          a.clicks() + b.clicks(),
          a.revenueCents() + b.revenueCents());
    }

    /** Names the minute of a sum. */
    static final class Label implements WindowFunction<AdMinute, AdMinute, String, TimeWindow> {

      private static final long serialVersionUID = 1L;

      @Override
      public void apply(
          String ad, TimeWindow window, Iterable<AdMinute> sums, Collector<AdMinute> out) {
        for (AdMinute sum : sums) {
          out.collect(
              new AdMinute(
                  Instant.ofEpochMilli(window.getStart()),
                  ad,
                  sum.campaignId(),
                  sum.clicks(),
                  sum.revenueCents()));
        }
      }
    }
  }

  /**
   * What an advertisement had in a minute.
   *
   * @param minute when the minute began
   */
  public record AdMinute(
      Instant minute, String adId, String campaignId, long clicks, long revenueCents) {}
}
