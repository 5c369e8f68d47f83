package kata.harness.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import kata.harness.transcript.WindowBounds;

/**
 * Event time from left to right.
 *
 * @param from the moment at the left
 * @param to the moment at the right
 * @param bounds where windows start and end, in order
 * @param all the time that the picture would show if there were room
 */
record Axis(Instant from, Instant to, List<Instant> bounds, WindowBounds all) {

  /** The edges of the plot in pixels. */
  static final double LEFT = 208;

  static final double RIGHT = 944;

  private static final double PAD = 20;

  private static final int MOST_TICKS = 8;

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(30),
          Duration.ofDays(365));

  /**
   * Spans windows and moments; where these are too many, what lies around one window.
   *
   * @param windows the expected windows
   * @param moments of events and of other windows
   * @param watermarks only those that lie near a window get a place of their own
   * @param focus the expected window that must be seen
   * @param most how many windows of the shortest length may stand side by side
   */
  static Axis of(
      List<WindowBounds> windows,
      List<Instant> moments,
      List<Instant> watermarks,
      WindowBounds focus,
      int most) {
    if (windows.isEmpty()) {
      TreeSet<Instant> all = new TreeSet<>(moments);
      all.addAll(watermarks);
      return withoutWindows(all);
    }
    TreeSet<Instant> bounds = new TreeSet<>();
    windows.forEach(it -> bounds.addAll(List.of(it.start(), it.end())));
    Duration shortest =
        windows.stream().map(WindowBounds::length).min(Comparator.naturalOrder()).orElseThrow();
    Duration margin = shortest.multipliedBy(2);
    TreeSet<Instant> all = new TreeSet<>(bounds);
    all.addAll(near(bounds, margin, moments));
    all.addAll(near(bounds, shortest.dividedBy(2), watermarks));
    Instant from = all.first();
    Instant to = all.last();
    WindowBounds whole = new WindowBounds(from, to);
    if (whole.length().compareTo(shortest.multipliedBy(most)) > 0) {
      from = latest(from, focus.start().minus(margin));
      to = earliest(to, focus.end().plus(margin));
    }
    return new Axis(from, to, between(bounds, from, to), whole);
  }

  private static List<Instant> near(
      TreeSet<Instant> bounds, Duration margin, List<Instant> moments) {
    return moments.stream()
        .filter(it -> it.isAfter(bounds.first().minus(margin)))
        .filter(it -> it.isBefore(bounds.last().plus(margin)))
        .toList();
  }

  private static Axis withoutWindows(TreeSet<Instant> moments) {
    Instant from = moments.first();
    Instant to = latest(moments.last(), from.plusMillis(1));
    Duration step =
        STEPS.stream()
            .filter(it -> seconds(from, to) / (it.toNanos() / 1e9) <= MOST_TICKS)
            .findFirst()
            .orElse(STEPS.get(STEPS.size() - 1));
    List<Instant> ticks = new ArrayList<>();
    long millis = step.toMillis();
    long first = Math.floorDiv(from.toEpochMilli(), millis) * millis;
    for (int i = 0; i <= MOST_TICKS + 1; i++) {
      ticks.add(Instant.ofEpochMilli(first).plus(step.multipliedBy(i)));
    }
    return new Axis(from, to, between(ticks, from, to), new WindowBounds(from, to));
  }

  private static List<Instant> between(Collection<Instant> all, Instant from, Instant to) {
    return all.stream().filter(it -> !it.isBefore(from) && !it.isAfter(to)).toList();
  }

  /** Returns where a moment lies in pixels; one that lies outside is put on the edge. */
  double x(Instant moment) {
    Instant inside = earliest(latest(moment, from), to);
    double part = seconds(from, inside) / seconds(from, to);
    return LEFT + PAD + part * (RIGHT - LEFT - 2 * PAD);
  }

  boolean contains(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(to);
  }

  boolean overlaps(WindowBounds window) {
    return overlap(new WindowBounds(from, to), window);
  }

  /** Returns whether a bar has a place: in the picture, or at its edge because it is far away. */
  boolean shows(Bar bar) {
    return bar.window().map(it -> overlaps(it) || !overlap(all, it)).orElse(true);
  }

  private static boolean overlap(WindowBounds a, WindowBounds b) {
    return a.start().isBefore(b.end()) && b.start().isBefore(a.end());
  }

  /**
   * Returns where to put the middle of a mark that stands for a moment: nearby, and wholly inside
   * of the window in which the moment lies, if the window is wide enough.
   */
  double inside(Instant moment, double radius) {
    double x = x(moment);
    double room = radius + 2;
    Instant start = null;
    for (Instant end : bounds) {
      boolean wide = start != null && x(end) - x(start) >= 2 * room;
      if (wide && !moment.isBefore(start) && moment.isBefore(end)) {
        return Math.min(Math.max(x, x(start) + room), x(end) - room);
      }
      start = end;
    }
    boolean opensTheLast = start != null && moment.equals(start) && x + 2 * room < RIGHT;
    return opensTheLast ? x + room : x;
  }

  /**
   * Returns where to put a watermark: visibly short of the end of a window if it has not reached
   * it, and visibly beyond what the picture shows if it lies there.
   */
  double reached(Instant watermark) {
    if (!contains(watermark)) {
      return watermark.isBefore(from) ? LEFT + PAD / 2 : RIGHT;
    }
    double x = x(watermark);
    return bounds.stream()
        .filter(watermark::isBefore)
        .findFirst()
        .map(next -> Math.max(Math.min(x, x(next) - 6), Math.min(x, LEFT + PAD)))
        .orElse(x);
  }

  private static double seconds(Instant from, Instant to) {
    Duration duration = Duration.between(from, to);
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
