package kata.datasets.scenarios;

import java.time.Duration;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.traffic.GeneratedScenario;

/** Stories about windows of five minutes that follow one another without a gap or an overlap. */
public final class TumblingScenarios {

  public static final Scenario<ClickEvent> BOUNDARY =
      ClickStory.named("boundary", "One view falls exactly on the end of a window.")
          .view("12:01", "/home")
          .view("12:04:59.999", "/home")
          .view("12:05", "/home")
          .watermark("12:05")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> OUT_OF_ORDER =
      ClickStory.named("out-of-order", "Views of two windows arrive mixed, but all in time.")
          .view("12:03", "/home")
          .view("12:06", "/home")
          .view("12:01", "/home")
          .view("12:09:30", "/cart")
          .view("12:04", "/cart")
          .watermark("12:05")
          .view("12:08", "/home")
          .view("12:05:30", "/cart")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> LOSER_FIRST =
      ClickStory.named("loser-first", "The page that is viewed less is viewed first.")
          .view("12:00:10", "/cart")
          .view("12:01", "/home")
          .view("12:02", "/home")
          .view("12:02", "/home")
          .view("12:04", "/cart")
          .watermark("12:05")
          .view("12:05:10", "/home")
          .view("12:06", "/search")
          .view("12:07", "/search")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TIE =
      ClickStory.named("tie", "Two pages are viewed equally often; the later name comes first.")
          .view("12:00", "/search")
          .view("12:01", "/search")
          .view("12:02", "/cart")
          .view("12:03", "/cart")
          .watermark("12:05")
          .view("12:06", "/cart")
          .view("12:07", "/about")
          .view("12:08", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TWO_SPEEDS =
      ClickStory.named("two-speeds", "One page is ten minutes ahead of the other.")
          .view("12:01", "/home")
          .view("12:06", "/home")
          .view("12:07", "/home")
          .view("12:11", "/home")
          .view("12:02", "/legal")
          .view("12:03", "/legal")
          .watermark("12:05")
          .view("12:12", "/home")
          .view("12:08", "/legal")
          .watermark("12:15")
          .done();

  public static final Scenario<ClickEvent> GAP =
      ClickStory.named("gap", "Nobody comes for two windows, over midnight.")
          .view("23:56", "/home")
          .view("23:58", "/home")
          .watermark("2024-03-05 00:00")
          .watermark("2024-03-05 00:10")
          .view("2024-03-05 00:11", "/home")
          .watermark("2024-03-05 00:15")
          .done();

  public static final Scenario<ClickEvent> UNALIGNED =
      ClickStory.named("unaligned", "The first view comes in the middle of a window.")
          .view("12:03:20", "/home")
          .view("12:04:40", "/home")
          .view("12:07:10", "/home")
          .view("12:08:30", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> MID_STREAM =
      ClickStory.named("mid-stream", "The watermark stops one millisecond short of the end.")
          .view("12:01", "/home")
          .view("12:02", "/cart")
          .watermark("12:03")
          .view("12:06", "/home")
          .view("12:04", "/home")
          .watermark("12:04:59.999")
          .watermark("12:05")
          .view("12:07", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> LATE =
      ClickStory.named("late", "One view is late for an open window, another for a closed one.")
          .view("12:01", "/home")
          .watermark("12:03")
          .lateView("12:02", "/home")
          .watermark("12:05")
          .lateView("12:04", "/home")
          .view("12:06", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> MANY_VIEWS =
      ClickStory.named("many-views", "Pages are viewed equally often, and each 130 times.")
          .views(130, "12:01", "/search")
          .views(130, "12:02", "/cart")
          .watermark("12:05")
          .views(130, "12:06", "/about")
          .views(130, "12:07", "/home")
          .watermark("12:10")
          .done();

  public static final Scenario<ClickEvent> TRAFFIC =
      GeneratedScenario.named("traffic", "An ordinary half hour in the shop.")
          .only(click -> click.eventType() == EventType.PAGE_VIEW)
          .events(300)
          .watermarkEvery(60, Duration.ofSeconds(20))
          .endingOnFull(Duration.ofMinutes(5))
          .done();

  /** All stories, the simplest first. */
  public static final List<Scenario<ClickEvent>> ALL =
      List.of(
          BOUNDARY,
          OUT_OF_ORDER,
          LOSER_FIRST,
          TIE,
          TWO_SPEEDS,
          GAP,
          UNALIGNED,
          MID_STREAM,
          LATE,
          MANY_VIEWS,
          TRAFFIC);

  private TumblingScenarios() {}
}
