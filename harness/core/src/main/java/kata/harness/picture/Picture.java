package kata.harness.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kata.datasets.Scenario;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.transcript.WindowBounds;
import kata.harness.verdict.Table;

/**
 * Draws a scenario and what came of it as SVG: the arrivals along event time with the watermark as
 * a step line, and below them, on the same scale, the windows that are expected and those that came
 * out. What differs is marked by shape and in words. The same input gives the same bytes.
 */
public final class Picture {

  private static final double WIDTH = 960;
  private static final double HEAD = 86;

  private final Scenario<?> scenario;
  private final Progress progress;
  private final List<Bar> bars;
  private final List<String> columns;
  private final List<String> values;
  private final List<Line> lines;
  private final List<Lane> lanes;
  private final Axis axis;
  private final Windows.Sides sides;
  private final Fate fate;

  private Picture(Progress progress, Table table, Transcript got, String headline) {
    this.scenario = progress.scenario();
    this.progress = progress;
    this.values = table.values();
    this.bars = Bars.of(table, got.emissions());
    List<Arrival> arrivals = Arrival.of(progress);
    List<String> shared = Arrival.shared(arrivals, table.columns());
    this.columns = Arrival.telling(arrivals, shared);
    List<Bar> expected = bars.stream().filter(bar -> !bar.expected().isEmpty()).toList();
    boolean asExpected = bars.stream().noneMatch(Bar::differs);
    this.fate =
        asExpected
            ? Fate.of(headline)
            : new Detective(bars, arrivals, shared).find().orElse(Fate.of(headline));
    Optional<Bar> focus =
        Stream.of(
                fate.event().stream()
                    .flatMap(it -> expected.stream().filter(bar -> it.belongsTo(bar))),
                expected.stream().filter(Bar::differs),
                expected.stream(),
                bars.stream())
            .flatMap(it -> it)
            .findFirst();
    this.axis = axis(expected, focus);
    this.lines = Lines.of(progress, arrivals, axis, focus, fate.event());
    this.lanes =
        focus.map(bar -> Lane.of(bars, axis, bar, Lines.fits(scenario) ? 5 : 3)).orElse(List.of());
    this.sides = asExpected ? Windows.Sides.EXPECTED : Windows.Sides.BOTH;
  }

  private Axis axis(List<Bar> expected, Optional<Bar> focus) {
    List<Instant> moments = new ArrayList<>();
    scenario.events().forEach(event -> moments.add(event.eventTime()));
    for (WindowBounds window : bars.stream().flatMap(bar -> bar.window().stream()).toList()) {
      moments.add(window.start());
      moments.add(window.end());
    }
    List<WindowBounds> windows =
        expected.stream().flatMap(bar -> bar.window().stream()).distinct().toList();
    WindowBounds around =
        focus
            .flatMap(Bar::window)
            .filter(windows::contains)
            .orElse(windows.isEmpty() ? null : windows.get(0));
    return Axis.of(windows, moments, progress.reached(), around, Lines.fits(scenario) ? 7 : 5);
  }

  /**
   * Draws what came out beside what should have.
   *
   * @param output the output for which the table stands
   * @param table the expected rows
   * @param transcript what came out on all outputs
   * @param headline says what went wrong where no single event explains it; may be empty
   */
  public static String draw(
      Scenario<?> scenario, String output, Table table, Transcript transcript, String headline) {
    return new Picture(Progress.of(scenario, transcript), table, transcript.on(output), headline)
        .svg();
  }

  /** Draws a scenario of which no rows came that could be compared. */
  public static String draw(Scenario<?> scenario, String headline) {
    Table nothing = new Table(List.of(), List.of(), List.of());
    return draw(scenario, Emission.MAIN, nothing, new Transcript(List.of()), headline);
  }

  private String svg() {
    String notice = Notice.of(lines, lanes, bars);
    double plane = plane();
    double windows = plane + Line.height(lines) + 14;
    double caption = windows + Windows.height(lanes, sides);
    Caption below = new Caption(fate.sentence(), notice, Caption.keys(lines, lanes), row());
    double height = caption + below.height();
    Markup svg = new Markup();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %s %s".formatted(Markup.number(WIDTH), Markup.number(height)),
        "width",
        WIDTH,
        "height",
        height,
        "role",
        "img");
    svg.text("\n");
    svg.leafText("title", scenario.name() + ": " + scenario.story());
    svg.leafText("desc", Description.of(lines, lanes, columns, fate.sentence(), notice));
    svg.leafText("style", Style.CSS);
    svg.leaf(
        "rect",
        "class",
        "paper",
        "x",
        0.5,
        "y",
        0.5,
        "width",
        WIDTH - 1,
        "height",
        height - 1,
        "rx",
        6);
    head(svg);
    Ground ground = new Ground(svg, axis, lines, plane);
    Marks marks = new Marks(svg, axis, columns, fate.event());
    ground.shade();
    marks.band(lines, plane);
    ground.grid(caption - 4);
    ground.watermark();
    marks.draw(lines, plane);
    Windows drawing = new Windows(svg, sides);
    drawing.draw(lanes, windows);
    lead(drawing);
    drawing.drawLabels();
    below.draw(svg, caption);
    return svg.done();
  }

  /** Returns what a bar stands for, and what it shows. */
  private String row() {
    boolean windows = bars.stream().anyMatch(bar -> bar.window().isPresent());
    return (windows ? "window: " : "row: ") + String.join(", ", values);
  }

  /** Returns where the arrivals start: lower if dates stand above them. */
  private double plane() {
    return HEAD + (Ground.hasDates(axis) ? 14 : 0);
  }

  private void head(Markup svg) {
    double plane = plane();
    svg.leafText("text", scenario.name(), "class", "title", "x", 16, "y", 32);
    double x = 16 + Letters.width(scenario.name(), 16) + 16;
    String story = Letters.clip(scenario.story(), 12, WIDTH - 16 - x);
    svg.leafText("text", story, "class", "soft", "x", x, "y", 32);
    svg.leafText("text", "arrival \u2193", "class", "soft", "x", 16, "y", plane - 12);
    svg.leafText(
        "text",
        "event time \u2192",
        "class",
        "soft",
        "x",
        Axis.LEFT - 8,
        "y",
        plane - 12,
        "text-anchor",
        "end");
  }

  private void lead(Windows drawing) {
    double y = plane();
    for (Line line : lines) {
      if (line instanceof Line.Event event
          && fate.counted().isPresent()
          && fate.event().filter(event.arrival()::equals).isPresent()) {
        drawing.lead(Marks.x(axis, event.arrival()), y + line.height(), fate.counted().get());
      }
      y += line.height();
    }
  }
}
