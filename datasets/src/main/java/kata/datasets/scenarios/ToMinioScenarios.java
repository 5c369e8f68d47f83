package kata.datasets.scenarios;

import java.util.Iterator;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about clicks that go into a bucket, each with the window in which it happened. */
public final class ToMinioScenarios {

  public static final Scenario<Message> BOUNDS =
      named("bounds", "Clicks on both bounds of a window lie in the topic before the job starts.")
          .view("12:00", "/home")
          .view("12:04:59.999", "/cart")
          .view("12:05", "/home")
          .checkpoint("12:06")
          .view("12:07", "/cart")
          .checkpoint("12:08")
          .done();

  public static final Scenario<Message> SENT_LATER =
      named(
              "sent-later",
              "A phone had no network, and sends what happened hours ago, and last night.")
          .view("12:01", "/home")
          .view("12:21", "/home")
          .checkpoint("12:22")
          .viewSentAt("12:23", "10:03", "/cart")
          .viewSentAt("12:23", "12:19:59.999", "/home")
          .viewSentAt("12:23", "11:57", "/café")
          .viewSentAt("12:23", "2024-03-03 23:57", "/home")
          .checkpoint("12:24")
          .done();

  public static final Scenario<Message> CRASH =
      named("archive-crash", "The job has read clicks, and fails before the next checkpoint.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .checkpoint("12:03")
          .view("12:04", "/home")
          .view("12:06", "/home")
          .crash("12:07")
          .view("12:08", "/cart")
          .checkpoint("12:09")
          .done();

  public static final Scenario<Message> THREE_CRASHES =
      named(
              "three-crashes",
              "The job fails three times, at first before any checkpoint; then again.")
          .view("12:01", "/home")
          .crash("12:02")
          .view("12:03", "/cart")
          .checkpoint("12:04")
          .crash("12:05")
          .view("12:06", "/home")
          .crash("12:07")
          .checkpoint("12:08")
          .lastCrash("12:09")
          .done();

  public static final Scenario<Message> TRAFFIC = traffic();

  public static final List<Scenario<Message>> ALL =
      List.of(BOUNDS, SENT_LATER, CRASH, THREE_CRASHES, TRAFFIC);

  private ToMinioScenarios() {}

  private static ClickTopic named(String name, String story) {
    return ClickTopic.named(name, story, 1);
  }

  private static Scenario<Message> traffic() {
    Iterator<ClickEvent> clicks = new ClickTraffic(11, TrafficSettings.smallShop()).arrivals();
    ClickTopic story =
        ClickTopic.named("archive-traffic", "Generated traffic in which the job fails once.", 2);
    return story
        .clicks(clicks, 20)
        .checkpoint("13:00")
        .clicks(clicks, 20)
        .crash("13:01")
        .clicks(clicks, 20)
        .checkpoint("13:02")
        .clicks(clicks, 20)
        .checkpoint("13:03")
        .done();
  }
}
