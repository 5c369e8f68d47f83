package kata.harness.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import kata.datasets.StoryTime;

/**
 * Draws what lies behind the arrivals: the bounds of the windows, and the watermark as a step line.
 * Event time goes to the right, the order of arrival down; the part of event time that the
 * watermark has passed is shaded, so that what arrives in the shade is late.
 */
final class Ground {

  private final Markup svg;
  private final Axis axis;
  private final double top;
  private final double bottom;
  private final String watermark;

  /**
   * Prepares the ground.
   *
   * @param top where the first line starts
   */
  Ground(Markup svg, Axis axis, List<Line> lines, double top) {
    this.svg = svg;
    this.axis = axis;
    this.top = top;
    this.bottom = top + Line.height(lines);
    this.watermark = watermark(axis, lines, top);
  }

  /** Shades what the watermark has passed. */
  void shade() {
    if (!watermark.isEmpty()) {
      String area = watermark + "V" + Markup.number(bottom) + "H" + Markup.number(Axis.LEFT) + "Z";
      svg.leaf("path", "class", "passed", "d", area);
    }
  }

  /** Draws the step line. */
  void watermark() {
    if (!watermark.isEmpty()) {
      svg.leaf("path", "class", "mark", "d", watermark + "V" + Markup.number(bottom));
    }
  }

  private static String watermark(Axis axis, List<Line> lines, double top) {
    StringBuilder path = new StringBuilder();
    double y = top;
    for (Line line : lines) {
      for (Instant moment : line.reached().stream().toList()) {
        // Below the events that come before it.
        double step = line instanceof Line.Others ? line.height() - 2 : line.height() / 2;
        String height = Markup.number(y + step);
        path.append(path.isEmpty() ? "M" + Markup.number(Axis.LEFT) + " " + height : "V" + height);
        path.append("H").append(Markup.number(axis.reached(moment)));
      }
      y += line.height();
    }
    return path.toString();
  }

  /** Draws the bounds of the windows down to a height, and their times above. */
  void grid(double down) {
    double free = 0;
    LocalDate date = StoryTime.DAY;
    for (Instant bound : axis.bounds()) {
      double x = axis.x(bound);
      String line =
          "M%s %sV%s".formatted(Markup.number(x), Markup.number(top - 6), Markup.number(down));
      svg.leaf("path", "class", "grid", "d", line);
      String time = StoryTime.format(bound);
      String clock = time.substring(time.indexOf(' ') + 1);
      double half = Letters.width(clock, 12) / 2;
      LocalDate day = date(bound);
      if (x - half >= free) {
        // A long label stays clear of what stands at the left, and of the edge at the right.
        double middle = Math.min(Math.max(x, Axis.LEFT + half), Axis.RIGHT + 12 - half);
        label("", clock, middle, top - 12);
        free = middle + half + 8;
        if (!day.equals(date)) {
          label("soft small", day.toString(), x, top - 26);
          free = Math.max(free, x + 44);
        }
        date = day;
      }
    }
  }

  /**
   * Returns whether a date must be written, because not all bounds lie on the day of the stories.
   */
  static boolean hasDates(Axis axis) {
    return axis.bounds().stream().anyMatch(bound -> !date(bound).equals(StoryTime.DAY));
  }

  private static LocalDate date(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private void label(String style, String text, double x, double y) {
    svg.leafText("text", text, "class", style, "x", x, "y", y, "text-anchor", "middle");
  }
}
