package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;

/** Stories about consumer groups that read the topic {@code orders}. */
public final class ConsumeScenarios {

  public static final Scenario<Message> EARLIER =
      orders("earlier", "Two orders lie in the topic before anybody reads it.", 2)
          .record("orders", "ann", "12:00", "o1 CREATED")
          .in(1)
          .record("orders", "ben", "12:01", "o2 CREATED")
          .goesOn("12:02")
          .in(0)
          .record("orders", "ann", "12:03", "o1 PAID")
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> CRASH =
      orders("crash", "The program dies before it has done the work for the third order.", 1)
          .record("orders", "ann", "12:00", "o1 CREATED")
          .record("orders", "ben", "12:01", "o2 CREATED")
          .record("orders", "ann", "12:02", "o1 PAID")
          .crash("12:03")
          .record("orders", "ben", "12:04", "o2 PAID")
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> CRASH_AFTER_WORK =
      orders("crash-after", "The program has done the work for the third order, and dies.", 1)
          .record("orders", "ann", "12:00", "o1 CREATED")
          .record("orders", "ben", "12:01", "o2 CREATED")
          .record("orders", "ann", "12:02", "o1 PAID")
          .crashAfterWork("12:03")
          .record("orders", "ben", "12:04", "o2 PAID")
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> SHARED =
      fourCustomers("shared", "A second member joins, and the two share four partitions.")
          .in(0)
          .record("orders", "ann", "12:10", "o1 PAID")
          .in(1)
          .record("orders", "ben", "12:10", "o2 PAID")
          .in(2)
          .record("orders", "cem", "12:10", "o3 PAID")
          .in(3)
          .record("orders", "dan", "12:10", "o4 PAID")
          .checkpoint("12:11")
          .done();

  public static final Scenario<Message> TAKEN_OVER =
      fourCustomers("taken-over", "One of two members dies, and the other takes over.")
          .in(0)
          .record("orders", "ann", "12:10", "o1 PAID")
          .crash("12:11")
          .in(3)
          .record("orders", "dan", "12:12", "o4 PAID")
          .checkpoint("12:13")
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<Message>> ALL =
      List.of(EARLIER, CRASH, CRASH_AFTER_WORK, SHARED, TAKEN_OVER);

  private ConsumeScenarios() {}

  private static PipelineStory orders(String name, String story, int partitions) {
    return PipelineStory.named(name, story).topic("orders", partitions);
  }

  private static PipelineStory fourCustomers(String name, String story) {
    return orders(name, story, 4)
        .record("orders", "ann", "12:00", "o1 CREATED")
        .in(1)
        .record("orders", "ben", "12:00", "o2 CREATED")
        .in(2)
        .record("orders", "cem", "12:00", "o3 CREATED")
        .in(3)
        .record("orders", "dan", "12:00", "o4 CREATED")
        .joins("12:05");
  }
}
