package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;

/** Stories about events out of order, in one partition, and no watermark to tell how far. */
public final class OutOfOrderScenarios {

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
      ArrivingTraffic.of("half-hour", "An ordinary time in the shop, one view after the other.", 1);

  /** All stories, the simplest first. */
  static final List<Scenario<ClickEvent>> ALL =
      List.of(
          PATIENCE,
          AT_THE_BOUND,
          LATE_BUT_OPEN,
          TWO_PAGES,
          NEWEST_FIRST,
          BEFORE_1970,
          JUMP,
          STANDSTILL,
          HALF_HOUR);

  private OutOfOrderScenarios() {}
}
