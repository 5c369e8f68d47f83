package kata.datasets.scenarios;

import java.util.Iterator;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.Message;
import kata.datasets.Scenario;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories of clicks that go from Kafka into folders, and of what happens on the way. */
public final class ClickFolderScenarios {

  /** Clicks of several hours, one of which was sent late, and of the turn of a day. */
  public static final Scenario<Message> HOURS =
      named(
              "hours",
              "A phone sends a click two hours late, another two months late, and a day ends.")
          .view("09:05", "/home")
          .view("13:05", "/home")
          .view("13:59:59.999", "/cart")
          .checkpoint("14:00")
          .view("14:00", "/cart")
          .viewSentAt("14:02", "11:58", "/pay")
          .checkpoint("14:05")
          .view("23:59:59.999", "/pay")
          .in(1)
          .view("2024-03-05 00:00", "/home")
          .viewSentAt("2024-03-05 00:01", "2023-12-31 23:58", "/café")
          .checkpoint("2024-03-05 00:05")
          .done();

  /** The machine is lost between two batches that are looked at. */
  public static final Scenario<Message> LOST_MACHINE =
      named("lost-machine", "The machine is lost after a batch was written.")
          .view("12:01", "/home")
          .in(1)
          .view("12:02", "/home")
          .checkpoint("12:05")
          .view("12:06", "/cart")
          .in(0)
          .view("12:07", "/cart")
          .crash("12:08")
          .view("12:09", "/pay")
          .checkpoint("12:10")
          .done();

  /** The machine is lost when it has nothing to do. */
  public static final Scenario<Message> LOST_AT_REST =
      named("lost-at-rest", "The machine is lost between two batches.")
          .view("12:01", "/home")
          .checkpoint("12:02")
          .crash("12:03")
          .in(1)
          .view("12:04", "/cart")
          .view("13:04", "/cart")
          .checkpoint("13:05")
          .done();

  /** The machine is lost in the first batch, and the next one soon after. */
  public static final Scenario<Message> LOST_AT_ONCE =
      named("lost-at-once", "Two machines are lost, the first of them in its first batch.")
          .view("12:01", "/home")
          .crash("12:02")
          .view("12:03", "/cart")
          .goesOn("12:04")
          .view("12:05", "/pay")
          .crash("12:06")
          .checkpoint("12:07")
          .view("12:08", "/home")
          .checkpoint("12:09")
          .done();

  /** Generated traffic in four batches, in the second of which the machine is lost. */
  public static final Scenario<Message> ORDINARY = ordinary();

  /** All stories of clicks in folders. */
  public static final List<Scenario<Message>> ALL =
      List.of(HOURS, LOST_MACHINE, LOST_AT_REST, LOST_AT_ONCE, ORDINARY);

  private ClickFolderScenarios() {}

  private static ClickTopic named(String name, String story) {
    return ClickTopic.named(name, story, 2);
  }

  private static Scenario<Message> ordinary() {
    Iterator<ClickEvent> clicks = new ClickTraffic(7, TrafficSettings.smallShop()).arrivals();
    return named("ordinary", "Ordinary traffic, in which the machine is lost once.")
        .clicks(clicks, 20)
        .checkpoint("2024-03-06 00:00")
        .clicks(clicks, 20)
        .crash("2024-03-06 00:01")
        .clicks(clicks, 20)
        .checkpoint("2024-03-06 00:02")
        .clicks(clicks, 20)
        .checkpoint("2024-03-06 00:03")
        .done();
  }
}
