package kata.harness.picture;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kata.datasets.Feed;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.TimedEvent;
import kata.harness.transcript.Row;
import kata.harness.transcript.WindowBounds;

/**
 * An event as it arrives.
 *
 * @param number its place in the order of arrival, from 1
 * @param id its identifier
 * @param time when it happened
 * @param cells its fields as texts, by name in words
 * @param watermark the watermark that was reached before it, if there was one
 * @param way how it came, where the story tells it: {@code at 12:06}, by the machine's clock, or
 *     {@code p1 at 12:06}, from a partition
 */
record Arrival(
    int number,
    String id,
    Instant time,
    Map<String, String> cells,
    Optional<Instant> watermark,
    Optional<String> way) {

  private static final Set<String> UNTOLD = Set.of("event id", "event time", "session id");
  private static final String TYPE = "event type";
  private static final int MOST_TOLD = 2;

  /** Returns the events of a scenario in the order of their arrival. */
  static List<Arrival> of(Progress progress) {
    List<Arrival> arrivals = new ArrayList<>();
    Scenario<?> scenario = progress.scenario();
    Optional<Instant> watermark = Optional.empty();
    for (int i = 0; i < scenario.steps().size(); i++) {
      Scenario.Step<?> step = scenario.steps().get(i);
      for (TimedEvent event : step.arrivals()) {
        int number = arrivals.size() + 1;
        arrivals.add(
            new Arrival(
                number,
                event.eventId(),
                event.eventTime(),
                cells(event),
                watermark,
                way(scenario.feed(), step.moment(), event)));
      }
      watermark = Optional.of(progress.watermarks().get(i)).filter(it -> !it.equals(Progress.NONE));
    }
    return arrivals;
  }

  private static Optional<String> way(Feed feed, Instant clock, TimedEvent event) {
    String partition = feed.partitions() > 1 ? "p" + feed.partitionOf(event) + " " : "";
    return Optional.of(partition + "at " + StoryTime.format(clock)).filter(it -> feed.raw());
  }

  /** Returns the columns of a lesson's rows that all events have as fields too. */
  static List<String> shared(List<Arrival> arrivals, List<String> columns) {
    return columns.stream()
        .filter(column -> arrivals.stream().allMatch(it -> it.cell(column).isPresent()))
        .toList();
  }

  /**
   * Returns the fields that tell events apart: those given, what happened, and a few more of those
   * that are not the same in all events.
   */
  static List<String> telling(List<Arrival> arrivals, List<String> shared) {
    List<String> telling = new ArrayList<>(shared);
    List<String> varying =
        arrivals.get(0).cells().keySet().stream()
            .filter(column -> !UNTOLD.contains(column))
            .filter(column -> shared.stream().noneMatch(column::startsWith))
            .filter(column -> arrivals.stream().map(it -> it.cell(column)).distinct().count() > 1)
            .toList();
    for (String column : varying) {
      if (column.equals(TYPE) || telling.size() < MOST_TOLD) {
        telling.add(column);
      }
    }
    return telling;
  }

  private static Map<String, String> cells(TimedEvent event) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (event instanceof Record) {
      for (RecordComponent component : event.getClass().getRecordComponents()) {
        values.put(component.getName(), value(event, component));
      }
    }
    return Row.of(values).cells();
  }

  private static Object value(TimedEvent event, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A component of a record can be read", e);
    }
  }

  /** Returns whether a watermark had passed the event when it arrived. */
  boolean late() {
    return watermark.isPresent() && time.isBefore(watermark.get());
  }

  /** Returns whether the watermark had reached the end of a window when the event arrived. */
  boolean tooLateFor(WindowBounds window) {
    return watermark.isPresent() && !window.end().isAfter(watermark.get());
  }

  boolean in(WindowBounds window) {
    return !time.isBefore(window.start()) && time.isBefore(window.end());
  }

  /** Returns whether the event has every field that identifies a bar, with the same value. */
  boolean matches(Bar bar) {
    return bar.cells().entrySet().stream()
        .allMatch(it -> it.getValue().equals(cell(it.getKey()).orElse(null)));
  }

  /** Returns whether the event lies in the window of a bar and has its key. */
  boolean belongsTo(Bar bar) {
    return bar.window().map(this::in).orElse(false) && matches(bar);
  }

  /** Returns a field; {@code user} is also found as {@code user id}. */
  Optional<String> cell(String column) {
    return Optional.ofNullable(cells.getOrDefault(column, cells.get(column + " id")));
  }

  /** Returns the event as a sentence names it: {@code e3 (12:05, /home)}. */
  String name(List<String> columns) {
    List<String> parts = new ArrayList<>(List.of(StoryTime.format(time)));
    columns.forEach(column -> cell(column).ifPresent(parts::add));
    return "%s (%s)".formatted(id, String.join(", ", parts));
  }

  /** Returns the event as the margin names it: {@code e3 /home}, or {@code e3 /home at 12:06}. */
  String label(List<String> columns) {
    List<String> parts = new ArrayList<>(List.of(id));
    columns.forEach(column -> cell(column).ifPresent(parts::add));
    way.ifPresent(parts::add);
    return String.join(" ", parts);
  }
}
