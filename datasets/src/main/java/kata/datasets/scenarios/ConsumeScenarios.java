package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;

/** Stories about members of a group that read the topic {@code orders}. */
public final class ConsumeScenarios {

  private static final String TOPIC = "orders";

  public static final Scenario<Message> EARLIER =
      orders("earlier", "Two orders lie in the topic before anybody reads it.", 2)
          .record(TOPIC, "ann", "12:00", "o1")
          .in(1)
          .record(TOPIC, "ben", "12:01", "o2")
          .goesOn("12:02")
          .in(0)
          .record(TOPIC, "ann", "12:03", "o3")
          .checkpoint("12:05")
          .done();

  public static final Scenario<Message> CRASH =
      orders("crash", "The program dies when it is about to handle the fourth order.", 1)
          .record(TOPIC, "ann", "12:00", "o1")
          .record(TOPIC, "ben", "12:01", "o2")
          .goesOn("12:02")
          .record(TOPIC, "ann", "12:03", "o3")
          .record(TOPIC, "ben", "12:04", "o4")
          .crash("12:05")
          .record(TOPIC, "ann", "12:06", "o5")
          .checkpoint("12:10")
          .done();

  public static final Scenario<Message> CRASH_AFTER_WORK =
      orders("crash-after-work", "The program handles the third order and dies at once.", 1)
          .record(TOPIC, "ann", "12:00", "o1")
          .record(TOPIC, "ben", "12:01", "o2")
          .goesOn("12:02")
          .record(TOPIC, "ann", "12:03", "o3")
          .crashAfterWork("12:04")
          .record(TOPIC, "ben", "12:05", "o4")
          .checkpoint("12:10")
          .done();

  public static final Scenario<Message> WORK_FAILS =
      orders("work-fails", "The work for the second order fails four times.", 1)
          .record(TOPIC, "ann", "12:00", "o1")
          .goesOn("12:01")
          .record(TOPIC, "ben", "12:02", "o2")
          .record(TOPIC, "ann", "12:03", "o3")
          .workFails("12:04")
          .record(TOPIC, "ben", "12:05", "o4")
          .checkpoint("12:10")
          .done();

  public static final Scenario<Message> TWO_MEMBERS =
      orders("two-members", "A second member joins; later one dies, and the other takes over.", 4)
          .record(TOPIC, "ann", "12:00", "o1")
          .in(1)
          .record(TOPIC, "ben", "12:00", "o2")
          .joins("12:01")
          .in(0)
          .record(TOPIC, "ann", "12:02", "o3")
          .in(1)
          .record(TOPIC, "ben", "12:02", "o4")
          .in(2)
          .record(TOPIC, "cem", "12:02", "o5")
          .in(3)
          .record(TOPIC, "dan", "12:02", "o6")
          .goesOn("12:03")
          .in(0)
          .record(TOPIC, "ann", "12:04", "o7")
          .crashAfterWork("12:05")
          .in(3)
          .record(TOPIC, "dan", "12:06", "o8")
          .checkpoint("12:10")
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<Message>> ALL =
      List.of(EARLIER, CRASH, CRASH_AFTER_WORK, WORK_FAILS, TWO_MEMBERS);

  private ConsumeScenarios() {}

  private static PipelineStory orders(String name, String story, int partitions) {
    return PipelineStory.named(name, story).topic(TOPIC, partitions);
  }
}
