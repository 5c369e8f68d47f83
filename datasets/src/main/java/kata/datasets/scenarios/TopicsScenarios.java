package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;

/**
 * Stories about a program that makes the topics {@code orders} and {@code customers}. It runs once
 * at the end of each step. The topic {@code payments} belongs to somebody else.
 */
public final class TopicsScenarios {

  public static final Scenario<Message> NEW =
      shop("new", "The broker has neither topic yet.").checkpoint("12:00").done();

  public static final Scenario<Message> TWICE =
      shop("twice", "The program runs once, and a second time.")
          .checkpoint("12:00")
          .checkpoint("13:00")
          .done();

  public static final Scenario<Message> OLD =
      shop("old", "Somebody has made both topics with what the broker gives by default.")
          .topic("orders", 3)
          .topic("customers", 3)
          .record("orders", "ann", "11:50", "o1 CREATED")
          .record("customers", "ann", "11:51", "Ann, Berlin")
          .checkpoint("12:00")
          .done();

  public static final Scenario<Message> MORE =
      shop("more", "The topic of orders has got twelve partitions for a sale.")
          .topic("orders", 12)
          .record("orders", "ann", "11:50", "o1 CREATED")
          .in(11)
          .record("orders", "ben", "11:51", "o2 CREATED")
          .checkpoint("12:00")
          .done();

  public static final Scenario<Message> OWN_SETTINGS =
      shop("own-settings", "The topics are too small; orders stay for 60 days, and may be large.")
          .topic("orders", 4)
          .with("orders", "retention.ms", "5184000000")
          .with("orders", "max.message.bytes", "2000000")
          .topic("customers", 2)
          .with("customers", "delete.retention.ms", "604800000")
          .checkpoint("12:00")
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<Message>> ALL = List.of(NEW, TWICE, OLD, MORE, OWN_SETTINGS);

  private TopicsScenarios() {}

  private static PipelineStory shop(String name, String story) {
    return PipelineStory.named(name, story)
        .topic("payments", 2)
        .record("payments", "o0", "11:40", "PAID");
  }
}
