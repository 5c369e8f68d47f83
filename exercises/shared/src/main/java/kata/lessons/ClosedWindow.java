package kata.lessons;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.TimedEvent;

/**
 * A window that is complete, found without any engine, as a second opinion on generated traffic.
 *
 * @param at the watermark that completed it, as a story time
 * @param start the first moment in the window
 * @param end the first moment after it
 * @param events the events that came before the window was complete, in arrival order
 */
public record ClosedWindow<E extends TimedEvent>(
    String at, Instant start, Instant end, List<E> events) {

  /**
   * Returns the windows of a scenario in which there was an event, by watermark and end.
   *
   * @param size length of a window
   * @param slide from the start of a window to that of the next; windows overlap if it is less than
   *     the size
   */
  public static <E extends TimedEvent> List<ClosedWindow<E>> of(
      Scenario<E> scenario, Duration size, Duration slide) {
    List<ClosedWindow<E>> closed = new ArrayList<>();
    Map<Instant, List<E>> open = new TreeMap<>();
    Instant watermark = Instant.MIN;
    for (Scenario.Step<E> step : scenario.steps()) {
      for (E event : step.arrivals()) {
        for (Instant end : ends(event.eventTime(), size, slide)) {
          if (end.isAfter(watermark)) {
            open.computeIfAbsent(end, it -> new ArrayList<>()).add(event);
          }
        }
      }
      watermark = step.watermark();
      Iterator<Map.Entry<Instant, List<E>>> windows = open.entrySet().iterator();
      while (windows.hasNext()) {
        Map.Entry<Instant, List<E>> window = windows.next();
        Instant end = window.getKey();
        if (!end.isAfter(watermark)) {
          String at = StoryTime.format(watermark);
          closed.add(new ClosedWindow<>(at, end.minus(size), end, window.getValue()));
          windows.remove();
        }
      }
    }
    return closed;
  }

  private static List<Instant> ends(Instant time, Duration size, Duration slide) {
    List<Instant> ends = new ArrayList<>();
    long step = slide.toMillis();
    long last = Math.floorDiv(time.toEpochMilli(), step) * step;
    for (long start = last; start > time.toEpochMilli() - size.toMillis(); start -= step) {
      ends.add(Instant.ofEpochMilli(start).plus(size));
    }
    return ends;
  }
}
