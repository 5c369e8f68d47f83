package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about partitions that are in order, and read one after the other. */
public final class PartitionScenarios {

  public static final Scenario<ClickEvent> ONE_BY_ONE =
      ArrivalStory.named("one-by-one", "One task catches up, partition by partition.")
          .partitions(2)
          .at("12:21")
          .from(0)
          .view("12:01", "/home")
          .view("12:06", "/home")
          .at("12:22")
          .view("12:11", "/home")
          .at("12:23")
          .from(1)
          .view("12:01", "/home")
          .view("12:06", "/home")
          .at("12:24")
          .view("12:11", "/home")
          .done();

  public static final Scenario<ClickEvent> IN_TURN =
      ArrivalStory.named(
              "in-turn", "Two partitions speak in turn, one of them four minutes behind.")
          .partitions(2)
          .at("12:04:10")
          .from(0)
          .view("12:04", "/home")
          .at("12:04:20")
          .from(1)
          .view("12:00", "/legal")
          .at("12:06:10")
          .from(0)
          .view("12:06", "/home")
          .at("12:06:20")
          .from(1)
          .view("12:02", "/legal")
          .at("12:09:10")
          .from(0)
          .view("12:09", "/home")
          .at("12:09:20")
          .from(1)
          .view("12:05", "/legal")
          .at("12:14:10")
          .from(0)
          .view("12:14", "/home")
          .at("12:14:20")
          .from(1)
          .view("12:10", "/legal")
          .done();

  public static final Scenario<ClickEvent> SAME_TIME =
      ArrivalStory.named("same-time", "Two views of one partition have the same time.")
          .partitions(2)
          .at("12:06")
          .from(0)
          .view("12:06", "/home")
          .at("12:06:10")
          .from(1)
          .view("12:04:59.999", "/home")
          .at("12:06:20")
          .view("12:04:59.999", "/home")
          .at("12:06:30")
          .view("12:05", "/home")
          .at("12:06:40")
          .view("12:05", "/home")
          .done();

  public static final Scenario<ClickEvent> OUT_OF_LINE =
      ArrivalStory.named("out-of-line", "Against the promise a partition brings two old views.")
          .partitions(2)
          .at("12:07:10")
          .from(0)
          .view("12:07", "/home")
          .at("12:07:20")
          .from(1)
          .view("12:03", "/home")
          .at("12:07:30")
          .from(0)
          .view("12:04", "/home")
          .at("12:07:40")
          .from(1)
          .view("12:06", "/home")
          .at("12:07:50")
          .from(0)
          .view("12:04:30", "/home")
          .done();

  public static final Scenario<ClickEvent> LAST_PARTITION =
      ArrivalStory.named("last-partition", "The turn of the last partition comes after minutes.")
          .partitions(3)
          .at("12:21:10")
          .from(0)
          .view("12:21", "/home")
          .at("12:29:20")
          .from(1)
          .view("12:16", "/home")
          .at("12:29:30")
          .from(2)
          .view("12:03", "/home")
          .at("12:29:40")
          .view("12:08", "/home")
          .at("12:29:50")
          .view("12:22", "/home")
          .done();

  public static final Scenario<ClickEvent> IN_BLOCKS = ArrivingTraffic.inBlocks();

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(ONE_BY_ONE, IN_TURN, SAME_TIME, OUT_OF_LINE, LAST_PARTITION, IN_BLOCKS);

  private PartitionScenarios() {}
}
