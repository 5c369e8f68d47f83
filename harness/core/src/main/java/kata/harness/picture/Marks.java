package kata.harness.picture;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kata.datasets.StoryTime;

/** Draws the arrivals: a disc for an event in time, a diamond for a late one. */
final class Marks {

  private static final double DISC = 9;
  private static final double DIAMOND = 12;
  private static final double MARGIN = 16;
  private static final double LABEL_ROOM = Axis.LEFT - MARGIN - 10;
  private static final double BASE = 4;
  private static final int MOST_TICKS = 120;
  private static final int TICK_GRID = 3;

  private final Markup svg;
  private final Axis axis;
  private final List<String> columns;
  private final Optional<Arrival> matters;

  /**
   * Prepares to draw.
   *
   * @param columns the fields that the margin shows
   * @param matters the event that is set off
   */
  Marks(Markup svg, Axis axis, List<String> columns, Optional<Arrival> matters) {
    this.svg = svg;
    this.axis = axis;
    this.columns = columns;
    this.matters = matters;
  }

  /** Puts a band behind the line of the event that matters. */
  void band(List<Line> lines, double top) {
    double y = top;
    for (Line line : lines) {
      if (line instanceof Line.Event event && matters(event.arrival())) {
        svg.leaf(
            "rect",
            "class",
            "matters",
            "x",
            MARGIN - 8,
            "y",
            y,
            "width",
            Axis.RIGHT - MARGIN + 8,
            "height",
            line.height());
      }
      y += line.height();
    }
  }

  /** Draws all lines. */
  void draw(List<Line> lines, double top) {
    double y = top;
    for (Line line : lines) {
      double middle = y + line.height() / 2;
      if (line instanceof Line.Event event) {
        draw(event.arrival(), middle);
      } else if (line instanceof Line.Watermark watermark) {
        text("wm", "watermark " + watermark.name(), MARGIN, middle, "start");
      } else if (line instanceof Line.Others others) {
        text("soft small", "\u2026 " + others.count(), MARGIN, middle, "start");
        ticks(others, middle);
      }
      y += line.height();
    }
  }

  private void draw(Arrival arrival, double y) {
    String strong = matters(arrival) ? "strong " : "";
    String label = Letters.clip(arrival.label(columns), 12, LABEL_ROOM);
    text(strong.strip(), label, MARGIN, y, "start");
    double x = x(axis, arrival);
    if (arrival.late()) {
      svg.leaf("path", "class", "late", "d", diamond(x, y));
    } else {
      svg.leaf("circle", "class", "event", "cx", x, "cy", y, "r", DISC);
    }
    if (matters(arrival)) {
      svg.leaf("circle", "class", "ring", "cx", x, "cy", y, "r", DIAMOND + 2);
    }
    String number = String.valueOf(arrival.number());
    text(
        (arrival.late() ? "onlate " : "") + (number.length() > 2 ? "tiny" : "small"),
        number,
        x,
        y,
        "middle");
    String when = when(arrival);
    double room = DIAMOND + 6 + Letters.width(when, 11);
    // The step line of the watermark lies to the right of a late event.
    boolean left = x + room > Axis.RIGHT || arrival.late() && x - room > Axis.LEFT;
    String halo = left || matters(arrival) ? "small" : "halo small";
    text(strong + halo, when, left ? x - room : x + DIAMOND + 6, y, "start");
  }

  private static String diamond(double x, double y) {
    String r = Markup.number(DIAMOND);
    return "M%s %sl%s %sl-%s %sl-%s -%sZ"
        .formatted(Markup.number(x), Markup.number(y - DIAMOND), r, r, r, r, r, r);
  }

  private String when(Arrival arrival) {
    String when = StoryTime.format(arrival.time()) + (arrival.late() ? " late" : "");
    if (axis.contains(arrival.time())) {
      return when;
    }
    return arrival.time().isBefore(axis.from()) ? "\u2190 " + when : when + " \u2192";
  }

  private boolean matters(Arrival arrival) {
    return matters.filter(arrival::equals).isPresent();
  }

  /** Returns where the middle of an event's mark lies. */
  static double x(Axis axis, Arrival arrival) {
    double radius = arrival.late() ? DIAMOND : DISC;
    double x = axis.inside(arrival.time(), radius);
    return Math.min(Math.max(x, Axis.LEFT + radius), Axis.RIGHT - radius);
  }

  private void ticks(Line.Others others, double y) {
    TreeSet<Long> places =
        others.events().stream()
            .filter(axis::contains)
            .map(it -> Math.round(axis.x(it) / TICK_GRID) * TICK_GRID)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!places.isEmpty()) {
      String path =
          places.stream()
              .limit(MOST_TICKS)
              .map(x -> "M" + x + " " + Markup.number(y - 3) + "v6")
              .collect(Collectors.joining());
      svg.leaf("path", "class", "other", "d", path);
    }
  }

  private void text(String style, String text, double x, double middle, String anchor) {
    svg.leafText("text", text, "class", style, "x", x, "y", middle + BASE, "text-anchor", anchor);
  }
}
