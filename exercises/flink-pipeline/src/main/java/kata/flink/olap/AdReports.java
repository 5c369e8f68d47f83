package kata.flink.olap;

import java.time.Instant;
import java.util.Map;
import kata.flink.pipeline.QueriedPipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Gather clicks on advertisements by minute, and answer three questions while they come in.
 *
 * <p>The topic {@code ad_clicks} holds clicks as JSON, and has done so for a while; {@code
 * JsonLines.of(EventFields.AD_CLICKS)} reads them. Clicks arrive up to ten seconds out of order;
 * those that are later still count for an hour. Write a minute when the watermark has passed it,
 * and again when a late click corrects it, and so keep the table {@code ad_minutes} right:
 *
 * <pre>{@code
 * minute timestamptz, ad_id text, campaign_id text, clicks bigint, revenue_cents bigint,
 * primary key (minute, ad_id)
 * }</pre>
 *
 * <p>Then answer from that table, in the SQL of PostgreSQL. Days and hours are those of UTC. The
 * job takes checkpoints, and will fail between two of them. Read docs/lessons/olap.md.
 */
public final class AdReports implements QueriedPipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  @Override
  public Map<String, String> queries(Instant now) {
    return Map.of(
        "clicks per ad", clicksPerAd(now),
        "top campaigns", topCampaigns(now),
        "revenue per hour", revenuePerHour(now));
  }

  /**
   * How often was each ad clicked in the minutes that began in the last five? Columns: ad_id,
   * clicks.
   */
  private static String clicksPerAd(Instant now) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  /**
   * Which two campaigns were clicked most today? Of equals the first by name. Columns: campaign_id,
   * clicks.
   */
  private static String topCampaigns(Instant now) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  /** What has each hour of today brought so far? Columns: hour (timestamptz), revenue_cents. */
  private static String revenuePerHour(Instant now) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
