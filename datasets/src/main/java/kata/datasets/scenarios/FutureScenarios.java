package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about events from the future. */
public final class FutureScenarios {

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

  public static final Scenario<ClickEvent> FUTURE_FIRST =
      ArrivalStory.named("future-first", "The very first view is a month ahead of its arrival.")
          .at("12:03:10")
          .view("2024-04-03 12:03", "/home")
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
      ArrivalStory.named("long-ago", "Views come an hour after they happened, one of them years.")
          .at("12:01")
          .view("11:01", "/home")
          .at("12:02")
          .view("11:03", "/home")
          .at("12:03")
          .view("12:02:50", "/home")
          .at("12:04")
          .view("1999-12-31 11:04", "/home")
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

  public static final Scenario<ClickEvent> WRONG_CLOCKS = ArrivingTraffic.wrongClocks();

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          POISON,
          FUTURE_FIRST,
          AT_THE_LIMIT,
          TEN_MINUTES_AHEAD,
          LONG_AGO,
          NEXT_MORNING,
          WRONG_CLOCKS);

  private FutureScenarios() {}
}
