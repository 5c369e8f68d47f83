package kata.harness.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws windows as bars: what is expected of each key above what came out. */
final class Windows {

  private static final double TRACK = 26;
  private static final double HEIGHT = 20;
  private static final double GAP = 10;
  private static final double MARGIN = 16;

  /** Which rows are drawn for each key. */
  enum Sides {
    EXPECTED,
    BOTH
  }

  /** A strip, and where it was drawn. */
  private record Drawn(Strip strip, boolean got, double y) {}

  private final Markup svg;
  private final Sides sides;
  private final List<Drawn> drawn = new ArrayList<>();

  Windows(Markup svg, Sides sides) {
    this.svg = svg;
    this.sides = sides;
  }

  /** Returns the height of all lanes in pixels. */
  static double height(List<Lane> lanes, Sides sides) {
    return lanes.stream().mapToDouble(lane -> height(lane, sides) + GAP).sum();
  }

  private static double height(Lane lane, Sides sides) {
    int got = sides == Sides.BOTH ? Math.max(1, lane.got().size()) : 0;
    return TRACK * (Math.max(1, lane.expected().size()) + got);
  }

  /** Draws all lanes, one below the other. */
  void draw(List<Lane> lanes, double top) {
    double y = top;
    for (Lane lane : lanes) {
      svg.leaf(
          "path",
          "class",
          "grid",
          "d",
          "M%s %sH%s".formatted(number(MARGIN - 8), number(y), number(Axis.RIGHT)));
      y += GAP / 2;
      text("strong", Letters.clip(lane.key(), 12, 126), MARGIN, y + TRACK / 2, "start");
      double next = tracks(lane.expected(), false, y);
      if (sides == Sides.BOTH) {
        side("expected", y);
        side("got", next);
        next = tracks(lane.got(), true, next);
      }
      y = next + GAP / 2;
    }
  }

  private void side(String name, double y) {
    text("soft", name, Axis.LEFT - 8, y + TRACK / 2, "end");
  }

  private double tracks(List<List<Strip>> tracks, boolean got, double top) {
    double y = top;
    for (List<Strip> track : tracks) {
      for (Strip strip : track) {
        draw(strip, y + (TRACK - HEIGHT) / 2);
        drawn.add(new Drawn(strip, got, y + TRACK / 2));
      }
      y += TRACK;
    }
    return tracks.isEmpty() ? y + TRACK : y;
  }

  private void draw(Strip strip, double y) {
    String style = style(strip);
    if (strip.arrow() == 0) {
      svg.leaf(
          "rect",
          "class",
          style,
          "x",
          strip.left() + 1,
          "y",
          y,
          "width",
          strip.right() - strip.left() - 2,
          "height",
          HEIGHT,
          "rx",
          3);
    } else {
      svg.leaf("path", "class", style, "d", arrow(strip, y));
    }
    double middle = y + HEIGHT / 2;
    if (strip.marked()) {
      double x = strip.labelLeft() - Strip.BADGE + 8;
      svg.leaf("path", "class", "sign", "d", sign(strip.bar().kind(), x, middle));
    }
  }

  /** Writes into the bars what they say. */
  void drawLabels() {
    for (Drawn it : drawn) {
      String style = it.strip().inside() ? " on" + style(it.strip()) : " halo";
      String strong = it.strip().marked() ? "strong" : "";
      text((strong + style).strip(), it.strip().label(), it.strip().labelLeft(), it.y(), "start");
    }
  }

  private static String style(Strip strip) {
    if (!strip.marked()) {
      return "bar";
    }
    return strip.bar().kind() == Bar.Kind.MISSING ? "gone" : "bad";
  }

  private static String arrow(Strip strip, double y) {
    double tip = strip.arrow() < 0 ? strip.left() : strip.right();
    double neck = tip - strip.arrow() * 12;
    double end = strip.arrow() < 0 ? strip.right() : strip.left();
    return "M%s %sL%s %sH%sV%sH%sZ"
        .formatted(
            number(tip),
            number(y + HEIGHT / 2),
            number(neck),
            number(y),
            number(end),
            number(y + HEIGHT),
            number(neck));
  }

  /** A cross for a wrong row, a plus for an unexpected one, a minus for a missing one, a clock. */
  static String sign(Bar.Kind kind, double x, double y) {
    String form =
        switch (kind) {
          case UNEXPECTED -> "m-5 0h10m-5 -5v10";
          case MISSING -> "m-5 0h10";
          case OTHER_TIME -> "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0m6 -3v3h2.5";
          case OTHER_VALUE, EQUAL -> "m-4.5 -4.5l9 9m0 -9l-9 9";
        };
    return "M" + number(x) + " " + number(y) + form;
  }

  /** Leads from the mark of an event into the bar in which it was counted. */
  void lead(double x, double y, Bar bar) {
    Optional<Drawn> target =
        drawn.stream().filter(it -> it.got() && it.strip().bar().equals(bar)).findFirst();
    target.ifPresent(
        it -> {
          double inset = Math.min(8, (it.strip().right() - it.strip().left()) / 2);
          double left = it.strip().left() + inset;
          double end = Math.min(Math.max(x, left), it.strip().right() - inset);
          boolean above = end == x;
          double stop = above ? it.y() - HEIGHT / 2 - 7 : it.y();
          String way = "M%s %sV%s".formatted(number(x), number(y), number(stop));
          svg.leaf("path", "class", "way", "d", above ? way : way + "H" + number(end));
          String tip =
              above
                  ? "M%s %sl-5 -7h10Z".formatted(number(x), number(stop + 7))
                  : "M%s %sl%s -5v10Z".formatted(number(end), number(it.y()), end < x ? "7" : "-7");
          svg.leaf("path", "class", "tip", "d", tip);
        });
  }

  private void text(String style, String text, double x, double middle, String anchor) {
    svg.leafText("text", text, "class", style, "x", x, "y", middle + 4, "text-anchor", anchor);
  }

  private static String number(double length) {
    return Markup.number(length);
  }
}
