package kata.datasets.scenarios;

import static kata.datasets.OrderStatus.CANCELLED;
import static kata.datasets.OrderStatus.CREATED;
import static kata.datasets.OrderStatus.PAID;
import static kata.datasets.OrderStatus.SHIPPED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.traffic.Disorder;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about pipelines that write to Kafka, and fail in between. */
public final class ToKafkaScenarios {

  private static final int GENERATED = 120;
  private static final int ORDERS_PER_STEP = 12;

  public static final Scenario<Message> EARLIER =
      named("earlier", "Half of the orders lie in the topic before the pipeline starts.")
          .is("12:00:05", CREATED)
          .is("12:00:20", PAID)
          .isSentAt("12:00:39", "12:00:12", CREATED)
          .is("12:00:40", CREATED)
          .checkpoint("12:00:41")
          .is("12:00:58", SHIPPED)
          .is("12:01:10", PAID)
          .checkpoint("12:01:11")
          .done();

  public static final Scenario<Message> DISORDER =
      named("disorder", "Orders arrive ten seconds out of order, and one is later still.")
          .is("12:00:31", CREATED)
          .is("12:00:21", PAID)
          .is("12:00:29.999", PAID)
          .is("12:00:30", CREATED)
          .checkpoint("12:00:32")
          .is("12:00:39.998", CANCELLED)
          .is("12:00:29.999", PAID)
          .checkpoint("12:00:40")
          .is("12:00:40", CREATED)
          .checkpoint("12:00:41")
          .is("12:00:29", PAID)
          .checkpoint("12:00:42")
          .done();

  public static final Scenario<Message> CRASH =
      named("crash", "The job has written counts, and fails before the next checkpoint.")
          .is("12:00:05", CREATED)
          .is("12:00:10", PAID)
          .checkpoint("12:00:11")
          .is("12:00:25", CREATED)
          .is("12:00:40", PAID)
          .crash("12:00:41")
          .is("12:00:50", CREATED)
          .is("12:01:10", SHIPPED)
          .checkpoint("12:01:11")
          .done();

  public static final Scenario<Message> CRASH_AT_FIRST =
      named("crash-at-first", "The job fails before its first checkpoint.")
          .is("12:00:05", CREATED)
          .is("12:00:40", PAID)
          .crash("12:00:41")
          .is("12:01:10", SHIPPED)
          .checkpoint("12:01:11")
          .done();

  public static final Scenario<Message> TWO_CRASHES =
      named("two-crashes", "The job fails twice between two checkpoints, and once more later.")
          .is("12:00:05", CREATED)
          .checkpoint("12:00:06")
          .is("12:00:40", PAID)
          .crash("12:00:41")
          .is("12:00:45", CREATED)
          .is("12:01:10", PAID)
          .crash("12:01:11")
          .checkpoint("12:01:12")
          .is("12:01:40", SHIPPED)
          .crash("12:01:41")
          .checkpoint("12:01:42")
          .done();

  public static final Scenario<Message> ORDINARY = ordinary();

  public static final List<Scenario<Message>> ALL =
      List.of(EARLIER, DISORDER, CRASH, CRASH_AT_FIRST, TWO_CRASHES, ORDINARY);

  private ToKafkaScenarios() {}

  private static OrderTopic named(String name, String story) {
    return OrderTopic.named(name, story, 1).output("status-counts");
  }

  private static Scenario<Message> ordinary() {
    OrderTopic story = named("ordinary", "Ordinary orders; every third step ends with a failure.");
    List<Order> orders =
        new OrderTraffic(
                7,
                TrafficSettings.smallShop()
                    .withDisorder(
                        new Disorder(0.2, Duration.ofSeconds(10), 0, Duration.ofMinutes(1))))
            .first(GENERATED)
            .toList();
    Instant newest = Instant.EPOCH;
    for (int told = 1; told <= GENERATED; told++) {
      Order order = orders.get(told - 1);
      newest = order.eventTime().isAfter(newest) ? order.eventTime() : newest;
      story.order(order);
      if (told % ORDERS_PER_STEP == 0) {
        String time = StoryTime.format(newest);
        if (told / ORDERS_PER_STEP % 3 == 2) {
          story.crash(time);
        } else {
          story.checkpoint(time);
        }
      }
    }
    return story.done();
  }
}
