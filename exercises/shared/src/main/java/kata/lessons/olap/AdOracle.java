package kata.lessons.olap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.AdClick;
import kata.datasets.Happening;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.harness.verdict.Table;
import kata.lessons.ExpectedRows;

/**
 * Answers the questions from the clicks themselves, without any engine and without a table. No
 * click of the story may be more than an hour late.
 */
final class AdOracle {

  private static final JsonLines<AdClick> JSON = JsonLines.of(EventFields.AD_CLICKS);
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final int MOST_CAMPAIGNS = 2;

  /** How often an ad was clicked. */
  public record AdClicks(String adId, long clicks) {}

  /** How often the ads of a campaign were clicked. */
  public record CampaignClicks(String campaignId, long clicks) {}

  /** What the clicks of an hour cost. */
  public record HourRevenue(Instant hour, long revenueCents) {}

  private AdOracle() {}

  static Table clicksPerAd(Scenario<Message> scenario) {
    return answers(
        scenario,
        (now, clicks) ->
            count(
                    clicks.stream()
                        .filter(it -> !minute(it).isBefore(now.minus(Duration.ofMinutes(5))))
                        .toList(),
                    AdClick::adId)
                .entrySet()
                .stream()
                .map(it -> new AdClicks(it.getKey(), it.getValue()))
                .toList(),
        List.of("ad id"),
        List.of("clicks"));
  }

  static Table topCampaigns(Scenario<Message> scenario) {
    return answers(
        scenario,
        (now, clicks) ->
            count(today(now, clicks), AdClick::campaignId).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CAMPAIGNS)
                .map(it -> new CampaignClicks(it.getKey(), it.getValue()))
                .toList(),
        List.of("campaign id"),
        List.of("clicks"));
  }

  static Table revenuePerHour(Scenario<Message> scenario) {
    return answers(
        scenario,
        (now, clicks) ->
            today(now, clicks).stream()
                .collect(
                    Collectors.groupingBy(
                        it -> it.eventTime().truncatedTo(ChronoUnit.HOURS),
                        TreeMap::new,
                        Collectors.summingLong(AdClick::priceCents)))
                .entrySet()
                .stream()
                .map(it -> new HourRevenue(it.getKey(), it.getValue()))
                .toList(),
        List.of("hour"),
        List.of("revenue cents"));
  }

  private static List<AdClick> today(Instant now, List<AdClick> clicks) {
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
    return clicks.stream().filter(it -> !it.eventTime().isBefore(midnight)).toList();
  }

  private static Map<String, Long> count(List<AdClick> clicks, Function<AdClick, String> key) {
    return clicks.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }

  private static Instant minute(AdClick click) {
    return click.eventTime().truncatedTo(ChronoUnit.MINUTES);
  }

  /** Asks at each look for an answer from the clicks of all minutes that are over. */
  private static Table answers(
      Scenario<Message> scenario,
      BiFunction<Instant, List<AdClick>, List<? extends Record>> question,
      List<String> keys,
      List<String> values) {
    ExpectedRows rows = new ExpectedRows();
    List<AdClick> clicks = new ArrayList<>();
    Instant latest = Instant.EPOCH;
    for (Scenario.Step<Message> step : scenario.steps()) {
      for (Message message : step.arrivals()) {
        AdClick click = JSON.fromLine(message.value());
        clicks.add(click);
        latest = click.eventTime().isAfter(latest) ? click.eventTime() : latest;
      }
      if (step.then() == Happening.CHECKPOINT) {
        Instant watermark = latest.minus(BOUND);
        List<AdClick> over =
            clicks.stream()
                .filter(it -> !minute(it).plus(1, ChronoUnit.MINUTES).isAfter(watermark))
                .toList();
        question
            .apply(step.moment(), over)
            .forEach(row -> rows.add(StoryTime.format(step.moment()), row));
      }
    }
    return rows.table(keys, values);
  }
}
