package kata.datasets.scenarios;

import java.util.Iterator;
import java.util.List;
import kata.datasets.AdClick;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.datasets.traffic.AdClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about clicks on advertisements that are gathered in a store and asked about there. */
public final class OlapScenarios {

  private static final String AD_CLICKS = "ad_clicks";
  private static final JsonLines<AdClick> JSON = JsonLines.of(EventFields.AD_CLICKS);

  public static final Scenario<Message> QUESTIONS =
      new Told("questions", "Clicks of yesterday, of this morning and of the last few minutes.")
          .click("2024-03-03 23:59:10", "spring-1", 50)
          .click("2024-03-03 23:59:20", "spring-1", 50)
          .click("2024-03-03 23:59:30", "spring-2", 50)
          .click("00:00", "spring-1", 50)
          .click("11:59:30", "coffee-1", 80)
          .click("12:00:05", "coffee-1", 80)
          .click("12:01:59.999", "tea-1", 20)
          .click("12:02", "coffee-2", 60)
          .click("12:02:30", "tea-1", 20)
          .click("12:03:10", "tea-1", 30)
          .click("12:06:20", "coffee-1", 90)
          .checkpoint("12:07")
          .click("12:08:15", "spring-1", 50)
          .checkpoint("12:08:30")
          .click("12:10:05", "tea-1", 20)
          .click("12:10:10", "autumn-1", 10)
          .click("12:10:15", "autumn-1", 10)
          .click("12:10:20", "autumn-1", 10)
          .click("12:10:25", "autumn-2", 10)
          .click("12:11:20", "spring-1", 50)
          .checkpoint("12:11:30")
          .done();

  public static final Scenario<Message> LATE =
      new Told("late-click", "Clicks come when their minute has been reported, one an hour later.")
          .click("12:01:10", "coffee-1", 80)
          .click("12:03:30", "coffee-1", 80)
          .checkpoint("12:03:40")
          .clickSentAt("12:02:30", "12:01:50", "coffee-1", 70)
          .checkpoint("12:04")
          .click("13:01", "coffee-1", 80)
          .click("12:01:55", "coffee-1", 60)
          .checkpoint("13:01:30")
          .click("13:02:09.999", "coffee-1", 80)
          .goesOn("13:02:09.999")
          .click("12:01:57", "coffee-1", 50)
          .click("13:02:10", "coffee-1", 80)
          .goesOn("13:02:10")
          .click("12:01:56", "coffee-1", 60)
          .checkpoint("13:02:30")
          .done();

  public static final Scenario<Message> SLOW_CLOCK =
      new Told("slow-clock", "The clock of who asks is two minutes behind those who click.")
          .click("12:00:10", "tea-1", 20)
          .click("12:01:10", "coffee-1", 80)
          .click("12:04:50", "coffee-1", 80)
          .click("12:05:20", "tea-1", 20)
          .click("12:06:30", "coffee-1", 80)
          .click("12:07:20", "tea-1", 20)
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> CRASH =
      new Told("ads-crash", "The job has written a minute, and fails before the next checkpoint.")
          .click("12:01:10", "coffee-1", 80)
          .checkpoint("12:01:30")
          .click("12:01:40", "coffee-1", 80)
          .click("12:02:20", "tea-1", 20)
          .crash("12:02:30")
          .click("12:03:20", "tea-1", 20)
          .checkpoint("12:03:30")
          .done();

  public static final Scenario<Message> TRAFFIC = traffic();

  public static final List<Scenario<Message>> ALL =
      List.of(QUESTIONS, LATE, SLOW_CLOCK, CRASH, TRAFFIC);

  private OlapScenarios() {}

  private static Scenario<Message> traffic() {
    Iterator<AdClick> clicks = new AdClickTraffic(3, TrafficSettings.smallShop()).arrivals();
    return new Told("ads-traffic", "Generated clicks; the job fails once.")
        .next(50, clicks)
        .checkpoint("12:06")
        .next(30, clicks)
        .crash("12:10")
        .next(40, clicks)
        .checkpoint("12:14")
        .done();
  }

  /** A story of clicks on advertisements. */
  private static final class Told {

    private final PipelineStory story;
    private int events;

    Told(String name, String sentence) {
      story =
          PipelineStory.named(name, sentence)
              .topic(AD_CLICKS, 1)
              .table(
                  """
                  create table ad_minutes (
                    minute timestamptz not null,
                    ad_id text not null,
                    campaign_id text not null,
                    clicks bigint not null,
                    revenue_cents bigint not null,
                    primary key (minute, ad_id))
                  """);
    }

    /** An advertisement is clicked; its campaign is what stands before the hyphen. */
    Told click(String time, String ad, long cents) {
      return click(clicked(time, ad, cents));
    }

    /** An advertisement is clicked, and Kafka gets to know it at another time. */
    Told clickSentAt(String sent, String time, String ad, long cents) {
      story.record(AD_CLICKS, ad, sent, JSON.toLine(clicked(time, ad, cents)));
      return this;
    }

    private AdClick clicked(String time, String ad, long cents) {
      String campaign = ad.substring(0, ad.indexOf('-'));
      return new AdClick("c" + ++events, ad, campaign, "ann", cents, "DE", StoryTime.parse(time));
    }

    private Told click(AdClick click) {
      story.event(AD_CLICKS, click.adId(), click, JSON.toLine(click));
      return this;
    }

    Told next(int number, Iterator<AdClick> clicks) {
      for (int i = 0; i < number; i++) {
        click(clicks.next());
      }
      return this;
    }

    Told goesOn(String time) {
      story.goesOn(time);
      return this;
    }

    Told checkpoint(String time) {
      story.checkpoint(time);
      return this;
    }

    Told crash(String time) {
      story.crash(time);
      return this;
    }

    Scenario<Message> done() {
      return story.done();
    }
  }
}
