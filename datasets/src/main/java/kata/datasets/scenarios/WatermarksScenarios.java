package kata.datasets.scenarios;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.TrafficSettings;

/** Stories about clocks that have to be found, because the input brings no watermarks. */
public final class WatermarksScenarios {

  // Events out of order, in one partition

  public static final Scenario<ClickEvent> PATIENCE =
      ArrivalStory.named("patience", "The clock stays two minutes behind the newest view.")
          .at("12:01:01")
          .view("12:01", "/home")
          .at("12:05:01")
          .view("12:05", "/home")
          .at("12:05:30")
          .view("12:04", "/home")
          .at("12:07:00")
          .view("12:06:59.999", "/home")
          .at("12:07:01")
          .view("12:07", "/home")
          .done();

  public static final Scenario<ClickEvent> AT_THE_BOUND =
      ArrivalStory.named("at-the-bound", "One view is exactly two minutes old, one a bit older.")
          .at("12:03:01")
          .view("12:03", "/home")
          .at("12:07:00")
          .view("12:06:59.999", "/home")
          .at("12:07:01")
          .view("12:04:59.999", "/home")
          .at("12:07:02")
          .view("12:07", "/home")
          .at("12:07:03")
          .view("12:05", "/home")
          .at("12:07:04")
          .view("12:04:59.999", "/home")
          .at("12:12:01")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> LATE_BUT_OPEN =
      ArrivalStory.named("late-but-open", "A view is behind the clock, but its window is open.")
          .at("12:09:01")
          .view("12:09", "/home")
          .at("12:09:10")
          .view("12:05:30", "/home")
          .at("12:09:20")
          .view("12:04:30", "/home")
          .at("12:12:01")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> TWO_PAGES =
      ArrivalStory.named("two-pages", "One page is far ahead of the other; they share a clock.")
          .at("12:04:10")
          .view("12:04", "/home")
          .at("12:04:20")
          .view("12:02:30", "/legal")
          .at("12:07:10")
          .view("12:07", "/home")
          .at("12:07:20")
          .view("12:04:10", "/legal")
          .at("12:07:30")
          .view("12:06", "/legal")
          .at("12:12:10")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> NEWEST_FIRST =
      ArrivalStory.named("newest-first", "Of views that come together the newest is the first.")
          .at("12:08:10")
          .view("12:08", "/home")
          .view("12:06:30", "/home")
          .at("12:11:40")
          .view("12:11:30", "/home")
          .view("12:11", "/home")
          .view("12:10:30", "/home")
          .at("12:12:10")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> BEFORE_1970 =
      ArrivalStory.named("before-1970", "An archive is replayed whose times lie about zero.")
          .at("12:00")
          .at("12:01")
          .view("1969-12-31 23:58", "/home")
          .at("12:02")
          .view("1970-01-01 00:00", "/home")
          .at("12:03")
          .view("1970-01-01 00:02", "/home")
          .at("12:04")
          .view("1970-01-01 00:07", "/home")
          .done();

  public static final Scenario<ClickEvent> JUMP =
      ArrivalStory.named("jump", "After a pause one view closes several windows.")
          .at("12:01:10")
          .view("12:01", "/home")
          .at("12:06:10")
          .view("12:06", "/home")
          .at("12:06:20")
          .view("12:04:20", "/home")
          .at("12:30:10")
          .view("12:30", "/home")
          .at("12:30:20")
          .view("12:06:30", "/home")
          .done();

  public static final Scenario<ClickEvent> STANDSTILL =
      ArrivalStory.named("standstill", "Nothing comes any more, and the last window stays open.")
          .at("12:03:10")
          .view("12:03", "/home")
          .at("12:07:10")
          .view("12:07", "/home")
          .at("12:30")
          .at("13:30")
          .done();

  public static final Scenario<ClickEvent> HALF_HOUR =
      traffic("half-hour", "An ordinary time in the shop, one view after the other.", 1);

  // Partitions that are slow, or silent

  public static final Scenario<ClickEvent> SLOWEST_COUNTS =
      ArrivalStory.named("slowest-counts", "Two partitions speak, and one of them is behind.")
          .partitions(2)
          .at("12:06:30")
          .from(0)
          .view("12:06:20", "/home")
          .at("12:06:40")
          .from(1)
          .view("12:03", "/home")
          .at("12:06:50")
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
      ArrivalStory.named("pause", "A partition pauses for four minutes, and then goes on.")
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
          .view("12:07:50", "/home")
          .at("12:09")
          .from(1)
          .view("12:04:50", "/home")
          .at("12:09:10")
          .view("12:09", "/home")
          .done();

  public static final Scenario<ClickEvent> COMES_BACK =
      ArrivalStory.named("comes-back", "A silent partition comes back, and is behind the other.")
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
          .at("12:09")
          .view("12:08:50", "/home")
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
      traffic("three-partitions", "An ordinary time in the shop, from three partitions.", 3);

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      List.of(
          PATIENCE,
          AT_THE_BOUND,
          LATE_BUT_OPEN,
          TWO_PAGES,
          NEWEST_FIRST,
          BEFORE_1970,
          JUMP,
          STANDSTILL,
          HALF_HOUR,
          SLOWEST_COUNTS,
          SILENT,
          NEVER_SPOKE,
          PAUSE,
          COMES_BACK,
          FAR_BEHIND,
          ALL_SILENT,
          THREE_PARTITIONS);

  private WatermarksScenarios() {}

  /** Lets 150 views of generated traffic arrive one by one, each user's in one partition. */
  private static Scenario<ClickEvent> traffic(String name, String sentence, int partitions) {
    ArrivalStory story = ArrivalStory.named(name, sentence).partitions(partitions);
    Stream<ClickEvent> views =
        new ClickTraffic(42, TrafficSettings.smallShop())
            .first(10_000)
            .filter(click -> click.eventType() == EventType.PAGE_VIEW)
            .limit(150);
    Instant clock = Instant.EPOCH;
    for (ClickEvent view : views.toList()) {
      Instant next = clock.plusMillis(100);
      clock = view.eventTime().isAfter(next) ? view.eventTime() : next;
      story
          .at(StoryTime.format(clock))
          .from(Math.floorMod(view.userId().hashCode(), partitions))
          .event(view);
    }
    return story.done();
  }
}
