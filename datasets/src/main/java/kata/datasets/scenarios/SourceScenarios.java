package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.files.Damage;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about what a source finds in its topic, and in which partitions. */
public final class SourceScenarios {

  private static final int GENERATED = 150;
  private static final int SPEAKING_PARTITIONS = 2;
  private static final Duration STEP = Duration.ofSeconds(90);
  private static final int STEPS_PER_CHECKPOINT = 2;

  public static final Scenario<Message> MALFORMED =
      named("malformed", "Among the orders are records that are none.", 1)
          .from("12:01", "europe")
          .text("12:02", "{\"event_id\":\"e2\",\"ord")
          .from("12:02", "asia")
          .text("12:03", null)
          .from("12:05:59.998", "europe")
          .goesOn("12:05:59.998")
          .from("12:04:59.999", "asia")
          .from("12:06", "europe")
          .checkpoint("12:06:30")
          .text("12:07", "hello")
          .text("12:07", "hello")
          .latin1("12:07", "grüße")
          .text("12:07", "{\"event_id\":\"e7\"}")
          .text("12:08", "[]")
          .text("12:08", "")
          .free("12:09", "asia")
          .from("12:11", "asia")
          .checkpoint("12:11:30")
          .done();

  public static final Scenario<Message> SILENT =
      named("silent", "One of two partitions is silent, speaks, and hesitates.", 2)
          .in(0)
          .from("12:01", "europe")
          .from("12:02", "asia")
          .from("12:07", "europe")
          .checkpoint("12:07")
          .from("12:08", "asia")
          .checkpoint("12:08:30")
          .in(1)
          .from("12:09", "europe")
          .goesOn("12:09")
          .in(0)
          .from("12:12", "asia")
          .checkpoint("12:09:40")
          .in(1)
          .from("12:13", "europe")
          .checkpoint("12:13")
          .done();

  public static final Scenario<Message> ONE_BEHIND =
      named("one-behind", "One of two partitions is read ten minutes ahead of the other.", 2)
          .in(0)
          .from("12:01", "europe")
          .from("12:06", "europe")
          .from("12:12", "asia")
          .goesOn("12:12")
          .in(1)
          .from("12:02", "asia")
          .from("12:07", "asia")
          .from("12:12:30", "europe")
          .checkpoint("12:12:40")
          .done();

  public static final Scenario<Message> WRONG_CLOCK =
      named("wrong-clock", "Two producers have clocks that are wrong; one writes no orders.", 1)
          .from("12:01", "europe")
          .fromSentAt("11:58", "12:02", "asia")
          .text("18:00", "hello")
          .from("12:03", "europe")
          .from("12:06", "europe")
          .checkpoint("12:06:30")
          .done();

  public static final Scenario<Message> CRASH =
      named("crash", "The job fails between two checkpoints, and malformed records go on.", 2)
          .in(0)
          .from("12:01", "europe")
          .text("12:02", "hello")
          .in(1)
          .from("12:01", "asia")
          .checkpoint("12:02:30")
          .in(0)
          .from("12:04", "europe")
          .in(1)
          .from("12:03", "asia")
          .crash("12:04")
          .goesOn("12:05")
          .in(0)
          .text("12:06", "{}")
          .from("12:06", "europe")
          .in(1)
          .from("12:07", "europe")
          .checkpoint("12:07")
          .done();

  public static final Scenario<Message> ORDINARY = ordinary();

  public static final List<Scenario<Message>> ALL =
      List.of(MALFORMED, SILENT, ONE_BEHIND, WRONG_CLOCK, CRASH, ORDINARY);

  private SourceScenarios() {}

  private static OrderTopic named(String name, String story, int partitions) {
    return OrderTopic.named(name, story, partitions).output("order-counts").output("orders-dead");
  }

  private static Scenario<Message> ordinary() {
    OrderTopic story =
        named(
            "ordinary",
            "Ordinary orders in two of three partitions, a tenth of them malformed.",
            SPEAKING_PARTITIONS + 1);
    List<Order> orders =
        new OrderTraffic(
                5,
                TrafficSettings.smallShop()
                    .withDisorder(
                        new Disorder(0.2, Duration.ofSeconds(10), 0, Duration.ofMinutes(1))))
            .first(GENERATED)
            .toList();
    JsonLines<Order> json = JsonLines.of(EventFields.ORDERS);
    Damage damage = new Damage(0.1, 5);
    Instant newest = orders.get(0).eventTime();
    Instant next = newest.plus(STEP);
    int steps = 0;
    for (Order order : orders) {
      newest = order.eventTime().isAfter(newest) ? order.eventTime() : newest;
      story.in(Math.floorMod(order.orderId().hashCode(), SPEAKING_PARTITIONS));
      String line = json.toLine(order);
      String arrived = damage.line(line);
      if (arrived.equals(line)) {
        story.order(order);
      } else {
        story.text(StoryTime.format(order.eventTime()), arrived);
      }
      if (newest.isAfter(next)) {
        next = newest.plus(STEP);
        String time = StoryTime.format(newest);
        if (++steps % STEPS_PER_CHECKPOINT == 0) {
          story.checkpoint(time);
        } else {
          story.goesOn(time);
        }
      }
    }
    return story.checkpoint(StoryTime.format(newest.plusSeconds(1))).done();
  }
}
