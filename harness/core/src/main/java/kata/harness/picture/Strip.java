package kata.harness.picture;

import java.util.List;
import kata.harness.transcript.WindowBounds;

/**
 * A bar with its place in the picture.
 *
 * @param bar what it stands for
 * @param marked whether it carries the mark of a difference
 * @param left where its window starts in pixels
 * @param right where its window ends
 * @param label what it says
 * @param labelLeft where the label starts, in the strip or beside it
 * @param arrow whether its window lies far outside: -1 to the left, 1 to the right, 0 if not
 */
record Strip(
    Bar bar, boolean marked, double left, double right, String label, double labelLeft, int arrow) {

  /** The height of the letters. */
  static final double SIZE = 12;

  /** The room that the mark of a difference takes at the left of a strip. */
  static final double BADGE = 18;

  private static final double PAD = 5;
  private static final double NARROWEST = 6;

  static Strip of(Bar bar, List<String> labels, boolean marked, Axis axis) {
    if (bar.window().isEmpty()) {
      return inside(bar, labels, marked, axis.x(axis.from()), axis.x(axis.to()));
    }
    WindowBounds window = bar.window().get();
    if (!axis.overlaps(window)) {
      return outside(bar, labels, marked, window.start().isBefore(axis.from()) ? -1 : 1);
    }
    // A window that is cut runs to the edge of the picture.
    double left = window.start().isBefore(axis.from()) ? Axis.LEFT : axis.x(window.start());
    double end = window.end().isAfter(axis.to()) ? Axis.RIGHT : axis.x(window.end());
    double right = Math.max(end, left + NARROWEST);
    return inside(bar, labels, marked, left, right);
  }

  private static Strip inside(
      Bar bar, List<String> labels, boolean marked, double left, double right) {
    double badge = marked ? BADGE : 0;
    double room = right - left - 2 * PAD - badge;
    for (String label : labels) {
      double width = Letters.width(label, SIZE);
      if (width <= room) {
        double middle = left + PAD + badge + (room - width) / 2;
        return new Strip(bar, marked, left, right, label, middle, 0);
      }
    }
    String shortest = Letters.clip(labels.get(labels.size() - 1), SIZE, 200);
    double width = Letters.width(shortest, SIZE) + badge;
    double beside = right + PAD + width <= Axis.RIGHT ? right + PAD : left - PAD - width;
    return new Strip(bar, marked, left, right, shortest, beside + badge, 0);
  }

  private static Strip outside(Bar bar, List<String> labels, boolean marked, int arrow) {
    String window = bar.window().map(WindowBounds::toCell).orElse("");
    String label = Letters.clip(window + ": " + labels.get(0), SIZE, Axis.RIGHT - Axis.LEFT - 60);
    double width = Letters.width(label, SIZE) + (marked ? BADGE : 0) + 24;
    double left = arrow < 0 ? Axis.LEFT + 2 : Axis.RIGHT - 2 - width;
    double text = left + (arrow < 0 ? 18 : 6) + (marked ? BADGE : 0);
    return new Strip(bar, marked, left, left + width, label, text, arrow);
  }

  /** Returns whether the label lies in the strip, and not beside it. */
  boolean inside() {
    return labelLeft >= left && labelLeft < right;
  }

  /** Returns where the strip with its label starts. */
  double start() {
    return Math.min(left, labelLeft - (marked ? BADGE : 0));
  }

  /** Returns where the strip with its label ends. */
  double end() {
    return Math.max(right, labelLeft + Letters.width(label, SIZE));
  }

  /** Returns whether two strips cannot lie on one track. */
  boolean overlaps(Strip other) {
    return start() < other.end() - 0.5 && other.start() < end() - 0.5;
  }
}
