package kata.flink.olap;

import java.time.Instant;
import kata.datasets.AdClick;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Adds up the clicks of one advertisement as they come. */
final class SumClicks implements AggregateFunction<AdClick, AdMinute, AdMinute> {

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
