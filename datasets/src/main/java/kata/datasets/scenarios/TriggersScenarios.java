package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.traffic.GeneratedScenario;

/** Stories about the moments at which a window of five minutes gives a result. */
public final class TriggersScenarios {

  public static final Scenario<ClickEvent> THIRD_VIEW =
      ClickStory.named("third-view", "Three views come long before the end, a fourth later.")
          .view("12:00:30", "/home")
          .view("12:01", "/home")
          .view("12:01:20", "/home")
          .watermark("12:02")
          .view("12:03", "/home")
          .watermark("12:04")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> ONLY_TWO =
      ClickStory.named("only-two", "A window ends with two views.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .watermark("12:04")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> EXACTLY_THREE =
      ClickStory.named("exactly-three", "The third view is the last of its window.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .view("12:02", "/home")
          .watermark("12:03")
          .watermark("12:05")
          .watermark("12:06")
          .done();

  public static final Scenario<ClickEvent> RUSH =
      ClickStory.named("rush", "Seven views of one page come at once.")
          .view("12:00", "/home")
          .view("12:00:10", "/home")
          .view("12:00:20", "/home")
          .view("12:00:30", "/home")
          .view("12:00:40", "/home")
          .view("12:00:50", "/home")
          .view("12:00:55", "/home")
          .watermark("12:01")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> EDGE =
      ClickStory.named("edge", "The third view falls exactly on the end of the window.")
          .view("12:01", "/home")
          .view("12:04:59.999", "/home")
          .view("12:05", "/home")
          .watermark("12:05")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TWO_PAGES =
      ClickStory.named("two-pages", "Two pages are viewed in turn.")
          .view("12:01", "/home")
          .view("12:01:10", "/cart")
          .view("12:02", "/home")
          .view("12:02:10", "/cart")
          .watermark("12:03")
          .view("12:03:30", "/cart")
          .watermark("12:04")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> NEXT_WINDOW =
      ClickStory.named("next-window", "A window that ends is followed by another.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .watermark("12:05")
          .view("12:06", "/home")
          .watermark("12:07")
          .view("12:07:30", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> MIXED =
      ClickStory.named("mixed", "Views of two windows arrive mixed; one watermark ends both.")
          .view("12:06", "/home")
          .view("12:01", "/home")
          .view("12:07", "/home")
          .view("12:02", "/home")
          .view("12:03", "/legal")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> SHORT_OF_THE_END =
      ClickStory.named("short-of-the-end", "The watermark stops one millisecond short of the end.")
          .view("12:01", "/home")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> LATE =
      ClickStory.named("late", "One view is late for an open window, another for a closed one.")
          .view("12:01", "/home")
          .view("12:02:10", "/home")
          .watermark("12:03")
          .lateView("12:02", "/home")
          .watermark("12:03:30")
          .watermark("12:05")
          .lateView("12:04", "/home")
          .view("12:06", "/home")
          .watermark("12:07:00.001")
          .lateView("12:04:10", "/home")
          .lateView("12:04:20", "/home")
          .lateView("12:04:30", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> CORRECTIONS =
      ClickStory.named("corrections", "Five views come after the end, within a minute of it.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .view("12:03", "/home")
          .view("12:03", "/cart")
          .view("12:03", "/cart")
          .watermark("12:05")
          .lateView("12:04", "/home")
          .lateView("12:04", "/home")
          .lateView("12:04", "/cart")
          .lateView("12:04", "/cart")
          .watermark("12:05:30")
          .lateView("12:04:30", "/home")
          .watermark("12:07")
          .done();

  public static final Scenario<ClickEvent> LIMIT =
      ClickStory.named("limit", "One view comes just within the limit for late ones, one after it.")
          .view("12:01", "/home")
          .watermark("12:05:59.999")
          .lateView("12:02", "/home")
          .watermark("12:06")
          .lateView("12:03", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> LATE_ONLY =
      ClickStory.named("late-only", "All views of a page come after the end of their window.")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .watermark("12:05:10")
          .lateView("12:03", "/cart")
          .lateView("12:03:10", "/cart")
          .watermark("12:05:40")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> MINUTES =
      ClickStory.named("minutes", "Views come in every minute, and the watermark follows.")
          .view("12:00:20", "/home")
          .watermark("12:01")
          .view("12:01:10", "/home")
          .view("12:01:40", "/home")
          .watermark("12:02")
          .view("12:02:30", "/home")
          .watermark("12:03")
          .view("12:03:30", "/home")
          .watermark("12:04")
          .view("12:04:30", "/home")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> JUMP =
      ClickStory.named("jump", "The watermark jumps over several minutes, then over the end.")
          .view("12:00:20", "/home")
          .view("12:00:20", "/home")
          .watermark("12:03:10")
          .view("12:03:30", "/home")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> QUIET =
      ClickStory.named("quiet", "Nothing new comes for minutes, and the window ends.")
          .view("12:00:20", "/home")
          .watermark("12:01")
          .watermark("12:02")
          .watermark("12:03")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> QUIET_CROWD =
      ClickStory.named("quiet-crowd", "After 130 views at once nothing new comes for minutes.")
          .views(130, "12:00:20", "/home")
          .watermark("12:01")
          .watermark("12:02")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> SHORT_OF_A_MINUTE =
      ClickStory.named("short-of-a-minute", "The watermark stops before, on and after a minute.")
          .view("12:00:20", "/home")
          .watermark("12:00:59.999")
          .watermark("12:01")
          .view("12:01:20", "/home")
          .watermark("12:01:30")
          .watermark("12:02:00.001")
          .watermark("12:06")
          .done();

  public static final Scenario<ClickEvent> AHEAD =
      ClickStory.named("ahead", "Views arrive before the watermark is anywhere near their time.")
          .view("12:00:20", "/home")
          .view("12:03:30", "/home")
          .view("12:06:30", "/home")
          .watermark("12:00")
          .watermark("12:01")
          .view("12:04:30", "/home")
          .watermark("12:02")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TRAIL =
      ClickStory.named("trail", "Four pages in order.")
          .view("12:00:10", "/home", "ann")
          .view("12:01", "/search", "ann")
          .view("12:02", "/phone", "ann")
          .on("desktop")
          .view("12:03", "/cart", "ann")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> STRAGGLER =
      ClickStory.named("straggler", "The oldest of four views arrives last.")
          .view("12:02", "/phone", "ann")
          .view("12:03", "/cart", "ann")
          .view("12:01", "/search", "ann")
          .view("12:00:10", "/home", "ann")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> SAME_TIME =
      ClickStory.named("same-time", "Four views carry two times.")
          .view("12:01", "/home", "ann")
          .view("12:02", "/phone", "ann")
          .view("12:01", "/search", "ann")
          .watermark("12:01")
          .view("12:02", "/cart", "ann")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> SAME_AS_OLDEST =
      ClickStory.named("same-as-oldest", "The last to arrive has the time of the oldest of three.")
          .view("12:01", "/search", "ann")
          .view("12:02", "/cart", "ann")
          .view("12:03", "/phone", "ann")
          .view("12:01", "/home", "ann")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> FEW =
      ClickStory.named("few", "A user views two pages, another three, and one of them twice.")
          .view("12:04", "/cart", "ann")
          .view("12:01", "/home", "bob")
          .view("12:02", "/phone", "bob")
          .view("12:02:30", "/home", "bob")
          .view("12:03", "/home", "ann")
          .watermark("12:05")
          .done();

  public static final Scenario<ClickEvent> TWO_TRAILS =
      ClickStory.named("two-trails", "The trails of two users cross the end of a window.")
          .view("12:03", "/home", "ann")
          .view("12:04:59.999", "/phone", "ann")
          .view("12:05", "/cart", "ann")
          .view("12:06", "/checkout", "ann")
          .view("12:01", "/legal", "bob")
          .view("12:02", "/home", "bob")
          .watermark("12:05")
          .lateView("12:04", "/search", "bob")
          .view("12:05:30", "/phone", "bob")
          .watermark("12:06")
          .lateView("12:05:45", "/legal", "ann")
          .lateView("12:05:45", "/home", "ann")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> MORNING =
      GeneratedScenario.named("morning", "An ordinary half hour in the shop.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(300)
          .watermarkEvery(10, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofHours(1))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      Stream.of(
              List.of(
                  THIRD_VIEW,
                  ONLY_TWO,
                  EXACTLY_THREE,
                  RUSH,
                  EDGE,
                  TWO_PAGES,
                  NEXT_WINDOW,
                  MIXED,
                  SHORT_OF_THE_END,
                  LATE,
                  CORRECTIONS,
                  LIMIT,
                  LATE_ONLY,
                  MINUTES,
                  JUMP,
                  QUIET,
                  QUIET_CROWD,
                  SHORT_OF_A_MINUTE,
                  AHEAD,
                  TRAIL,
                  STRAGGLER,
                  SAME_TIME,
                  SAME_AS_OLDEST,
                  FEW,
                  TWO_TRAILS,
                  MORNING),
              GrowingSessionScenarios.ALL,
              ScheduleScenarios.ALL)
          .flatMap(List::stream)
          .toList();

  private TriggersScenarios() {}
}
