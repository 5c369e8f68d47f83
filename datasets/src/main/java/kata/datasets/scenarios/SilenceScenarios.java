package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about partitions that are slow, or silent. */
public final class SilenceScenarios {

  public static final Scenario<ClickEvent> SLOWEST_COUNTS =
      ArrivalStory.named("slowest-counts", "Two partitions speak, and one of them is behind.")
          .partitions(2)
          .at("12:06:30")
          .from(0)
          .view("12:06:20", "/home")
          .at("12:06:40")
          .from(1)
          .view("12:03", "/home")
          .view("12:02:30", "/home")
          .at("12:07")
          .view("12:05:59.999", "/home")
          .at("12:07:10")
          .view("12:06", "/home")
          .at("12:07:20")
          .view("12:04:59.999", "/home")
          .done();

  public static final Scenario<ClickEvent> SILENT =
      ArrivalStory.named("silent", "One of two partitions falls silent for good.")
          .partitions(2)
          .at("12:01")
          .from(0)
          .view("12:00:30", "/home")
          .at("12:01:10")
          .from(1)
          .view("12:01", "/home")
          .at("12:04")
          .from(0)
          .view("12:03:50", "/home")
          .at("12:06")
          .view("12:06", "/home")
          .at("12:12")
          .view("12:11:50", "/home")
          .done();

  public static final Scenario<ClickEvent> NEVER_SPOKE =
      ArrivalStory.named("never-spoke", "From one of two partitions nothing ever comes.")
          .partitions(2)
          .at("12:01")
          .from(0)
          .view("12:01", "/home")
          .at("12:04")
          .view("12:03:30", "/home")
          .at("12:05:30")
          .view("12:05", "/home")
          .at("12:08")
          .view("12:07:30", "/home")
          .done();

  public static final Scenario<ClickEvent> PAUSE =
      ArrivalStory.named("pause", "After an old view a partition pauses for just five minutes.")
          .partitions(2)
          .at("12:05")
          .from(0)
          .view("12:04:30", "/home")
          .at("12:05:10")
          .from(1)
          .view("12:04:40", "/home")
          .at("12:07")
          .from(0)
          .view("12:06:50", "/home")
          .at("12:08")
          .from(1)
          .view("12:04:20", "/home")
          .at("12:12")
          .from(0)
          .view("12:11:50", "/home")
          .at("12:13")
          .view("12:12:50", "/home")
          .at("12:13:10")
          .from(1)
          .view("12:04:50", "/home")
          .at("12:13:20")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> COMES_BACK =
      ArrivalStory.named("comes-back", "A partition is silent, comes back, and falls silent again.")
          .partitions(2)
          .at("12:01")
          .from(0)
          .view("12:00:50", "/home")
          .at("12:01:10")
          .from(1)
          .view("12:01", "/home")
          .at("12:02")
          .from(0)
          .view("12:01:50", "/home")
          .at("12:07:30")
          .view("12:07:20", "/home")
          .at("12:09:30")
          .from(1)
          .view("12:04:40", "/home")
          .at("12:11")
          .from(0)
          .view("12:10:50", "/home")
          .at("12:11:10")
          .from(1)
          .view("12:08", "/home")
          .at("12:11:20")
          .view("12:11:10", "/home")
          .at("12:12:10")
          .from(0)
          .view("12:12", "/home")
          .at("12:18")
          .view("12:17:50", "/home")
          .done();

  public static final Scenario<ClickEvent> FAR_BEHIND =
      ArrivalStory.named("far-behind", "A partition speaks all the time, but of long ago.")
          .partitions(2)
          .at("12:20")
          .from(0)
          .view("12:20", "/home")
          .from(1)
          .view("12:01", "/home")
          .at("12:22")
          .from(0)
          .view("12:22", "/home")
          .from(1)
          .view("12:03", "/home")
          .at("12:24")
          .from(0)
          .view("12:24", "/home")
          .from(1)
          .view("12:06", "/home")
          .at("12:26")
          .view("12:11", "/home")
          .done();

  public static final Scenario<ClickEvent> ALL_SILENT =
      ArrivalStory.named("all-silent", "Nothing comes from anywhere for half an hour.")
          .partitions(2)
          .at("12:07:10")
          .from(0)
          .view("12:07", "/home")
          .from(1)
          .view("12:03", "/home")
          .at("12:08")
          .at("12:40")
          .at("12:41")
          .from(0)
          .view("12:41", "/home")
          .done();

  public static final Scenario<ClickEvent> THREE_PARTITIONS =
      ArrivingTraffic.of(
          "three-partitions", "An ordinary time in the shop, from three partitions.", 3);

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          SLOWEST_COUNTS,
          SILENT,
          NEVER_SPOKE,
          PAUSE,
          COMES_BACK,
          FAR_BEHIND,
          ALL_SILENT,
          THREE_PARTITIONS);

  private SilenceScenarios() {}
}
