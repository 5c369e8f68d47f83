package kata.flink.olap;

import static kata.flink.olap.AdReports.CHECKPOINT_INTERVAL;
import static kata.flink.olap.AdReports.UPSERT;
import static kata.flink.olap.AdReports.clicks;
import static kata.flink.olap.AdReports.minutes;
import static kata.flink.olap.AdReports.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import kata.datasets.AdClick;
import kata.flink.olap.AdReports.AdMinute;
import kata.flink.pipeline.QueriedPipeline;
import kata.pipeline.Connections;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Right answers to {@link AdReports} that are written differently. */
public final class AdReportsAlternatives {

  private AdReportsAlternatives() {}

  /** Finds the bounds in Java, and asks with them; ranks with a window function. */
  public static final class BoundsInJava implements QueriedPipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      minutes(clicks(env, at, OffsetsInitializer.earliest()), Duration.ofHours(1))
          .sinkTo(
              table(
                  at,
                  """
                  insert into ad_minutes values (?, ?, ?, ?, ?)
                  on conflict on constraint ad_minutes_pkey do update
                  set (clicks, revenue_cents) = (excluded.clicks, excluded.revenue_cents)
                  """));
    }

    @Override
    public Map<String, String> queries(Instant now) {
      Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
      Map<String, String> queries = new LinkedHashMap<>();
      queries.put(
          "clicks per ad",
          """
          select sum(clicks) as clicks, ad_id from ad_minutes
          where minute between '%s' and '%s' group by ad_id
          """
              .formatted(now.minus(Duration.ofMinutes(5)), now.minusMillis(1)));
      queries.put(
          "top campaigns",
          """
          select campaign_id, clicks from (
            select campaign_id, sum(clicks) as clicks,
              row_number() over (order by sum(clicks) desc, campaign_id) as place
            from ad_minutes where minute >= '%s' group by campaign_id) ranked
          where place <= 2 order by place
          """
              .formatted(midnight));
      queries.put(
          "revenue per hour",
          """
          select to_timestamp(3600 * floor(extract(epoch from minute) / 3600)) as hour,
            sum(revenue_cents) as revenue_cents
          from ad_minutes where minute >= '%s' group by 1 order by 1
          """
              .formatted(midnight));
      return queries;
    }
  }

  /** Keeps the clicks of a minute, and tells the database in which zone a day is meant. */
  public static final class DaysOfUtc implements QueriedPipeline {
    @Override
    public void build(StreamExecutionEnvironment env, Connections at) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL);
      clicks(env, at, OffsetsInitializer.earliest())
          .keyBy(AdClick::adId)
          .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
          .allowedLateness(Duration.ofHours(1))
          .process(new SumAll())
          .sinkTo(table(at, UPSERT));
    }

    @Override
    public Map<String, String> queries(Instant now) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      return Map.of(
          "clicks per ad", AdReports.clicksPerAd(now),
          "top campaigns",
              """
              select campaign_id, sum(clicks) as clicks from ad_minutes
              where (minute at time zone 'UTC')::date = date '%s'
              group by 1 order by 2 desc, 1 limit 2
              """
                  .formatted(today),
          "revenue per hour",
              """
              select date_trunc('hour', minute at time zone 'UTC') as hour,
                sum(revenue_cents) as revenue_cents
              from ad_minutes where (minute at time zone 'UTC')::date = date '%s'
              group by 1 order by 1
              """
                  .formatted(today));
    }
  }

  /** Adds up the clicks of a minute when it fires. */
  private static final class SumAll
      extends ProcessWindowFunction<AdClick, AdMinute, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void process(
        String ad, Context context, Iterable<AdClick> clicks, Collector<AdMinute> out) {
      long count = 0;
      long cents = 0;
      String campaign = "";
      for (AdClick click : clicks) {
        count++;
        cents += click.priceCents();
        campaign = click.campaignId();
      }
      Instant minute = Instant.ofEpochMilli(context.window().getStart());
      out.collect(new AdMinute(minute, ad, campaign, count, cents));
    }
  }
}
