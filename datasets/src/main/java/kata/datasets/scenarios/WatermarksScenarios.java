package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
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

  // Partitions that are in order, read one after the other

  public static final Scenario<ClickEvent> ONE_AFTER_THE_OTHER =
      ArrivalStory.named("one-after-the-other", "One task catches up, partition by partition.")
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
      ArrivalStory.named("last-partition", "The last of three partitions opens several windows.")
          .partitions(3)
          .at("12:21:10")
          .from(0)
          .view("12:21", "/home")
          .at("12:21:20")
          .from(1)
          .view("12:16", "/home")
          .at("12:21:30")
          .from(2)
          .view("12:03", "/home")
          .at("12:21:40")
          .view("12:08", "/home")
          .at("12:21:50")
          .view("12:22", "/home")
          .done();

  public static final Scenario<ClickEvent> IN_BLOCKS = inBlocks();

  // Heartbeats that move time

  public static final Scenario<ClickEvent> HEARTBEATS =
      ArrivalStory.named("heartbeats", "The tracker says now and then how far it has come.")
          .at("12:02:10")
          .view("12:02", "/home")
          .at("12:03:10")
          .heartbeat("12:02:30")
          .at("12:04:10")
          .view("12:03", "/home")
          .at("12:06:10")
          .view("12:06", "/home")
          .at("12:06:20")
          .heartbeat("12:05")
          .at("12:06:30")
          .view("12:05:30", "/home")
          .at("12:06:40")
          .view("12:04", "/home")
          .done();

  public static final Scenario<ClickEvent> ON_THE_DOT =
      ArrivalStory.named("on-the-dot", "Views have the very time of the heartbeat before them.")
          .at("12:05:10")
          .heartbeat("12:04:59.999")
          .at("12:05:20")
          .view("12:04:59.999", "/home")
          .at("12:05:30")
          .heartbeat("12:05")
          .at("12:05:40")
          .view("12:05", "/home")
          .at("12:05:50")
          .view("12:04:59.999", "/home")
          .done();

  public static final Scenario<ClickEvent> TOGETHER =
      ArrivalStory.named("together", "A heartbeat and an old view behind it come together.")
          .at("12:05:10")
          .view("12:03", "/home")
          .heartbeat("12:05")
          .view("12:04", "/home")
          .at("12:07:10")
          .view("12:07", "/home")
          .done();

  public static final Scenario<ClickEvent> VIEWS_AHEAD =
      ArrivalStory.named("views-ahead", "Views of one page run far ahead of the heartbeats.")
          .at("12:04:10")
          .view("12:04", "/home")
          .at("12:21:10")
          .view("12:21", "/home")
          .at("12:21:20")
          .view("12:02", "/legal")
          .at("12:21:30")
          .heartbeat("12:05")
          .at("12:21:40")
          .view("12:06", "/legal")
          .at("12:21:50")
          .heartbeat("12:15:30")
          .done();

  public static final Scenario<ClickEvent> QUIET_NIGHT =
      ArrivalStory.named("quiet-night", "Nobody comes any more, but the tracker is alive.")
          .at("12:01:10")
          .view("12:01", "/home")
          .at("12:06:10")
          .view("12:06", "/home")
          .at("12:20")
          .heartbeat("12:12:20")
          .at("12:40")
          .at("13:40")
          .heartbeat("13:40")
          .done();

  public static final Scenario<ClickEvent> OLD_HEARTBEAT =
      ArrivalStory.named("old-heartbeat", "A heartbeat comes after a newer one.")
          .at("12:06:10")
          .view("12:06", "/home")
          .at("12:06:20")
          .heartbeat("12:06")
          .heartbeat("12:03")
          .at("12:06:30")
          .view("12:04:30", "/home")
          .at("12:06:40")
          .heartbeat("12:04")
          .at("12:10:10")
          .heartbeat("12:10")
          .done();

  public static final Scenario<ClickEvent> NO_HEARTBEAT =
      ArrivalStory.named("no-heartbeat", "The tracker never says how far it has come.")
          .at("12:01:10")
          .view("12:01", "/home")
          .at("12:07:10")
          .view("12:07", "/home")
          .at("13:07:10")
          .view("13:07", "/home")
          .done();

  public static final Scenario<ClickEvent> OLD_ARCHIVE =
      ArrivalStory.named("old-archive", "An archive from before 1970 is replayed.")
          .at("12:01")
          .view("1969-12-31 23:54", "/home")
          .at("12:02")
          .heartbeat("1969-12-31 23:55")
          .at("12:03")
          .view("1969-12-31 23:59", "/home")
          .at("12:04")
          .heartbeat("1970-01-01 00:00")
          .at("12:05")
          .view("1970-01-01 00:00", "/home")
          .done();

  public static final Scenario<ClickEvent> TRACKED = tracked();

  // Events from the future

  public static final Scenario<ClickEvent> POISON =
      ArrivalStory.named("poison", "One view claims to come from the year 2096.")
          .at("12:01:10")
          .view("12:01", "/home")
          .at("12:05:20")
          .view("2096-10-02 07:06:40", "/home")
          .at("12:05:30")
          .view("12:04", "/home")
          .at("12:07:10")
          .view("12:07", "/home")
          .at("12:12:10")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> FIRST_FROM_THE_FUTURE =
      ArrivalStory.named("first-from-the-future", "The very first view is ahead of its arrival.")
          .at("12:03:10")
          .view("2024-03-05 12:03", "/home")
          .at("12:03:20")
          .view("12:02:30", "/home")
          .at("12:08:10")
          .view("12:08", "/home")
          .done();

  public static final Scenario<ClickEvent> AT_THE_LIMIT =
      ArrivalStory.named("at-the-limit", "Views are up to a minute ahead, one a bit more.")
          .at("12:03:40")
          .view("12:04:10", "/home")
          .at("12:04:10")
          .view("12:05:10", "/home")
          .at("12:04:20")
          .view("12:05:20.001", "/home")
          .at("12:04:30")
          .view("12:04:30", "/home")
          .at("12:08:10")
          .view("12:08", "/home")
          .at("12:12:10")
          .view("12:12", "/home")
          .done();

  public static final Scenario<ClickEvent> TEN_MINUTES_AHEAD =
      ArrivalStory.named("ten-minutes-ahead", "The clock of one device is ten minutes ahead.")
          .at("12:03:50")
          .view("12:03:40", "/home")
          .at("12:04")
          .view("12:14", "/legal")
          .at("12:05:20")
          .view("12:04:50", "/home")
          .at("12:06")
          .view("12:16", "/legal")
          .at("12:07:10")
          .view("12:07", "/home")
          .at("12:13")
          .view("12:12:30", "/home")
          .done();

  public static final Scenario<ClickEvent> LONG_AGO =
      ArrivalStory.named("long-ago", "Views come an hour after they happened.")
          .at("12:01")
          .view("11:01", "/home")
          .at("12:02")
          .view("11:03", "/home")
          .at("12:03")
          .view("12:02:50", "/home")
          .at("12:04")
          .view("11:04", "/home")
          .at("12:08")
          .view("12:07:30", "/home")
          .done();

  public static final Scenario<ClickEvent> NEXT_MORNING =
      ArrivalStory.named("next-morning", "After a night without views the clock jumps, rightly.")
          .at("12:01:10")
          .view("12:01", "/home")
          .at("2024-03-05 08:01:10")
          .view("2024-03-05 08:01", "/home")
          .at("2024-03-05 08:07:20")
          .view("2024-03-05 08:07", "/home")
          .done();

  public static final Scenario<ClickEvent> WRONG_CLOCKS = wrongClocks();

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
          THREE_PARTITIONS,
          ONE_AFTER_THE_OTHER,
          IN_TURN,
          SAME_TIME,
          OUT_OF_LINE,
          LAST_PARTITION,
          IN_BLOCKS,
          HEARTBEATS,
          ON_THE_DOT,
          TOGETHER,
          VIEWS_AHEAD,
          QUIET_NIGHT,
          OLD_HEARTBEAT,
          NO_HEARTBEAT,
          OLD_ARCHIVE,
          TRACKED,
          POISON,
          FIRST_FROM_THE_FUTURE,
          AT_THE_LIMIT,
          TEN_MINUTES_AHEAD,
          LONG_AGO,
          NEXT_MORNING,
          WRONG_CLOCKS);

  private WatermarksScenarios() {}

  /** Lets 150 views of generated traffic arrive one by one, each user's in one partition. */
  private static Scenario<ClickEvent> traffic(String name, String sentence, int partitions) {
    ArrivalStory story = ArrivalStory.named(name, sentence).partitions(partitions);
    Instant clock = Instant.EPOCH;
    for (ClickEvent view : views()) {
      Instant next = clock.plusMillis(100);
      clock = view.eventTime().isAfter(next) ? view.eventTime() : next;
      story.at(StoryTime.format(clock)).from(partitionOf(view, partitions)).event(view);
    }
    return story.done();
  }

  /** Lets 150 views arrive in blocks of ten, each from one partition and in order. */
  private static Scenario<ClickEvent> inBlocks() {
    int partitions = 3;
    List<Deque<ClickEvent>> waiting = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      waiting.add(new ArrayDeque<>());
    }
    views().stream()
        .sorted(Comparator.comparing(ClickEvent::eventTime))
        .forEach(view -> waiting.get(partitionOf(view, partitions)).add(view));
    ArrivalStory story =
        ArrivalStory.named("in-blocks", "Three partitions of ordinary traffic are read in blocks.")
            .partitions(partitions);
    Instant clock = StoryTime.parse("13:00");
    for (int block = 0; waiting.stream().anyMatch(it -> !it.isEmpty()); block++) {
      int from = block % partitions;
      for (int i = 0; i < 10 && !waiting.get(from).isEmpty(); i++) {
        clock = clock.plusMillis(100);
        story.at(StoryTime.format(clock)).from(from).event(waiting.get(from).remove());
      }
    }
    return story.done();
  }

  /** Lets 150 views arrive by tens; each ten has a heartbeat in it, of ten seconds before. */
  private static Scenario<ClickEvent> tracked() {
    ArrivalStory story =
        ArrivalStory.named("tracked", "Ordinary traffic arrives by tens, each with a heartbeat.");
    Instant newest = Instant.EPOCH;
    int count = 0;
    for (ClickEvent view : views()) {
      newest = view.eventTime().isAfter(newest) ? view.eventTime() : newest;
      if (count % 10 == 0) {
        story.at(StoryTime.format(newest));
      }
      if (count % 10 == 4) {
        story.heartbeat(StoryTime.format(newest.minusSeconds(10)));
      }
      story.event(view);
      count++;
    }
    return story.done();
  }

  /** Lets 150 views arrive one by one; those of one user in ten are ten minutes ahead. */
  private static Scenario<ClickEvent> wrongClocks() {
    ArrivalStory story =
        ArrivalStory.named("wrong-clocks", "Ordinary traffic, in which some clocks are ahead.");
    Instant clock = Instant.EPOCH;
    for (ClickEvent view : views()) {
      Instant next = clock.plusMillis(100);
      clock = view.eventTime().isAfter(next) ? view.eventTime() : next;
      story
          .at(StoryTime.format(clock))
          .event(partitionOf(view, 10) == 0 ? ahead(view, Duration.ofMinutes(10)) : view);
    }
    return story.done();
  }

  private static ClickEvent ahead(ClickEvent view, Duration offset) {
    return new ClickEvent(
        view.eventId(),
        view.userId(),
        view.sessionId(),
        view.eventType(),
        view.page(),
        view.eventTime().plus(offset),
        view.country(),
        view.device());
  }

  private static List<ClickEvent> views() {
    return new ClickTraffic(42, TrafficSettings.smallShop())
        .first(10_000)
        .filter(click -> click.eventType() == EventType.PAGE_VIEW)
        .limit(150)
        .toList();
  }

  private static int partitionOf(ClickEvent view, int partitions) {
    return Math.floorMod(view.userId().hashCode(), partitions);
  }
}
