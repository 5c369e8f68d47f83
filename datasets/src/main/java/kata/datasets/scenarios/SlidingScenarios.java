package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Reading;
import kata.datasets.ReadingStory;
import kata.datasets.Scenario;
import kata.datasets.traffic.GeneratedScenario;

/** Stories about windows of ten minutes that overlap: of page views, and of a cold store. */
public final class SlidingScenarios {

  public static final Scenario<ClickEvent> ONE_VIEW =
      ClickStory.named("one-view", "A single view lies in five windows.")
          .view("12:01", "/home")
          .watermark("12:02")
          .watermark("12:12")
          .done();

  public static final Scenario<ClickEvent> BOUNDARY =
      ClickStory.named("boundary", "One view opens a window, another falls exactly on its end.")
          .view("12:00", "/home")
          .watermark("12:00")
          .view("12:09:59.999", "/home")
          .view("12:10", "/home")
          .watermark("12:10")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> LOSER_FIRST =
      ClickStory.named("loser-first", "The page that is viewed less is viewed first.")
          .view("12:04", "/cart")
          .view("12:04:30", "/home")
          .view("12:04:30", "/home")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> FADING =
      ClickStory.named("fading", "The first page of the list gets no more views and falls behind.")
          .view("12:00:30", "/deals")
          .view("12:01", "/deals")
          .view("12:01:30", "/deals")
          .view("12:07", "/home")
          .view("12:08", "/home")
          .watermark("12:10")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> TIE =
      ClickStory.named("tie", "Now one page catches up, now the other, whose name sorts after it.")
          .view("12:01", "/home")
          .view("12:01:30", "/home")
          .view("12:03", "/checkout")
          .view("12:05", "/checkout")
          .watermark("12:06")
          .view("12:06:30", "/home")
          .view("12:07", "/home")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> OUT_OF_ORDER =
      ClickStory.named("out-of-order", "Views of many windows arrive mixed, but all in time.")
          .view("12:06:30", "/home")
          .view("12:01", "/cart")
          .view("12:03", "/home")
          .watermark("12:04")
          .view("12:07", "/cart")
          .view("12:05", "/cart")
          .watermark("12:10")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> TWO_SPEEDS =
      ClickStory.named("two-speeds", "One page is twenty minutes ahead of the other.")
          .view("12:01", "/home")
          .view("12:21", "/home")
          .view("12:02:30", "/legal")
          .view("12:03", "/legal")
          .watermark("12:04")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> MIDNIGHT =
      ClickStory.named("midnight", "The windows of a view reach into the next day.")
          .view("23:57", "/home")
          .view("2024-03-05 00:00", "/cart")
          .view("2024-03-05 00:01", "/cart")
          .watermark("2024-03-05 00:10")
          .done();

  public static final Scenario<ClickEvent> MID_STREAM =
      ClickStory.named("mid-stream", "The watermark stops one millisecond short of an end.")
          .view("12:01", "/home")
          .watermark("12:01:59.999")
          .watermark("12:02")
          .view("12:02:30", "/home")
          .watermark("12:03:59.999")
          .watermark("12:04")
          .watermark("12:14")
          .done();

  public static final Scenario<ClickEvent> LATE =
      ClickStory.named("late", "A view is late for two of its windows, and in time for three.")
          .view("12:01", "/home")
          .watermark("12:06")
          .lateView("12:03", "/home")
          .watermark("12:14")
          .done();

  public static final Scenario<ClickEvent> TOO_LATE =
      ClickStory.named("too-late", "The last window of one view is closed, that of another is not.")
          .view("12:05", "/home")
          .watermark("12:10")
          .lateView("12:01:59.999", "/home")
          .lateView("12:02", "/home")
          .watermark("12:20")
          .done();

  public static final Scenario<ClickEvent> MANY_VIEWS =
      ClickStory.named("many-views", "Pages are viewed equally often, and each 130 times.")
          .views(130, "12:00", "/search")
          .views(130, "12:01", "/cart")
          .watermark("12:10")
          .views(130, "12:20", "/about")
          .views(130, "12:21", "/home")
          .watermark("12:30")
          .done();

  public static final Scenario<ClickEvent> TRAFFIC =
      GeneratedScenario.named("traffic", "An ordinary half hour in the shop.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(200)
          .watermarkEvery(30, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofHours(1))
          .done();

  public static final Scenario<Reading> ZERO =
      ReadingStory.named("zero", "Some readings are negative, and some exactly zero.")
          .reading("12:01", "cellar", -3)
          .reading("12:04", "cellar", 0)
          .reading("12:07", "cellar", 2)
          .reading("12:12", "cellar", 0)
          .watermark("12:10")
          .watermark("12:20")
          .done();

  public static final Scenario<Reading> UNEVEN =
      ReadingStory.named("uneven", "Three warm readings are followed by a single cold one.")
          .reading("12:01", "cellar", 10)
          .reading("12:02", "cellar", 10)
          .reading("12:03", "cellar", 10)
          .reading("12:06", "cellar", 2)
          .watermark("12:10")
          .watermark("12:15")
          .done();

  public static final Scenario<Reading> EDGES =
      ReadingStory.named("edges", "Readings fall exactly on the ends of windows.")
          .reading("12:00", "cellar", 4)
          .reading("12:04:59.999", "cellar", 6)
          .reading("12:05", "cellar", 20)
          .watermark("12:05")
          .reading("12:10", "cellar", -1)
          .watermark("12:10")
          .watermark("12:20")
          .done();

  public static final Scenario<Reading> TWINS =
      ReadingStory.named("twins", "The same temperature is read twice at the same moment.")
          .reading("12:02", "cellar", 3)
          .reading("12:02", "cellar", 3)
          .reading("12:03", "cellar", 0)
          .watermark("12:10")
          .done();

  public static final Scenario<Reading> TWO_SENSORS =
      ReadingStory.named("two-sensors", "One thermometer is fifteen minutes ahead of the other.")
          .reading("12:01", "cellar", 5)
          .reading("12:16", "cellar", 7)
          .reading("12:02", "freezer", -18)
          .reading("12:06", "freezer", -21)
          .watermark("12:10")
          .reading("12:17", "freezer", -20)
          .watermark("12:25")
          .done();

  public static final Scenario<Reading> SILENCE =
      ReadingStory.named("silence", "The thermometer is silent for a quarter of an hour.")
          .reading("12:02", "cellar", 8)
          .watermark("12:10")
          .watermark("12:15")
          .reading("12:17", "cellar", 4)
          .watermark("12:20")
          .watermark("12:25")
          .done();

  public static final Scenario<Reading> DISORDER =
      ReadingStory.named("disorder", "Readings arrive out of order, but all in time.")
          .reading("12:08", "cellar", 6)
          .reading("12:03", "cellar", -1)
          .reading("12:06", "cellar", 1)
          .reading("12:01", "cellar", 2)
          .watermark("12:05")
          .reading("12:05", "cellar", 5)
          .watermark("12:15")
          .done();

  public static final Scenario<Reading> STEPS =
      ReadingStory.named("steps", "The watermark stops one millisecond short of an end.")
          .reading("12:02", "cellar", 3)
          .watermark("12:04:59.999")
          .watermark("12:05")
          .reading("12:07", "cellar", 4)
          .watermark("12:09:59.999")
          .watermark("12:10")
          .watermark("12:15")
          .done();

  public static final Scenario<Reading> LATE_READING =
      ReadingStory.named("late-reading", "A reading is late for one window, in time for another.")
          .reading("12:01", "cellar", 4)
          .watermark("12:06")
          .lateReading("12:02", "cellar", 8)
          .watermark("12:15")
          .done();

  public static final Scenario<Reading> LOST_READING =
      ReadingStory.named(
              "lost-reading", "One reading is a millisecond too late for its last window.")
          .reading("12:07", "cellar", 4)
          .watermark("12:10")
          .lateReading("12:04:59.999", "cellar", -50)
          .lateReading("12:05", "cellar", -2)
          .watermark("12:15")
          .done();

  public static final Scenario<Reading> READINGS =
      ReadingTraffic.scenario("readings", "An hour in the cold store.", 7, 120);

  /** All stories, the simplest first. */
  public static final List<Scenario<?>> ALL =
      List.of(
          ONE_VIEW,
          BOUNDARY,
          LOSER_FIRST,
          FADING,
          TIE,
          OUT_OF_ORDER,
          TWO_SPEEDS,
          MIDNIGHT,
          MID_STREAM,
          LATE,
          TOO_LATE,
          MANY_VIEWS,
          TRAFFIC,
          ZERO,
          UNEVEN,
          EDGES,
          TWINS,
          TWO_SENSORS,
          SILENCE,
          DISORDER,
          STEPS,
          LATE_READING,
          LOST_READING,
          READINGS);

  private SlidingScenarios() {}
}
