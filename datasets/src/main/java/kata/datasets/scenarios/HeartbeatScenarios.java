package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about heartbeats that move time. */
public final class HeartbeatScenarios {

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

  public static final Scenario<ClickEvent> TRACKED = ArrivingTraffic.tracked();

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          HEARTBEATS,
          ON_THE_DOT,
          TOGETHER,
          VIEWS_AHEAD,
          QUIET_NIGHT,
          OLD_HEARTBEAT,
          NO_HEARTBEAT,
          OLD_ARCHIVE,
          TRACKED);

  private HeartbeatScenarios() {}
}
