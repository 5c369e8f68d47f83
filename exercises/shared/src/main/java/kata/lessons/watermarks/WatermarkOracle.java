package kata.lessons.watermarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.Play;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.verdict.Table;

/**
 * Works out without any engine what comes out behind a watermark, as a second opinion on generated
 * traffic, counted by page in windows of five minutes. The watermark moves with each event.
 */
final class WatermarkOracle {

  private static final long SIZE = Duration.ofMinutes(5).toMillis();

  private record Key(long start, String page) {}

  private final Scenario<ClickEvent> scenario;
  private final ToLongFunction<ClickEvent> watermarkAfter;
  private final ToLongBiFunction<ClickEvent, Instant> timeOf;
  private final Map<Key, Long> open =
      new TreeMap<>(Comparator.comparing(Key::start).thenComparing(Key::page));
  private final List<Emission> counts = new ArrayList<>();
  private final List<Emission> late = new ArrayList<>();
  private long watermark = Long.MIN_VALUE;

  private WatermarkOracle(
      Scenario<ClickEvent> scenario, ToLongFunction<ClickEvent> watermarkAfter) {
    this(scenario, watermarkAfter, (event, arrival) -> event.eventTime().toEpochMilli());
  }

  /**
   * Prepares the second opinion.
   *
   * @param watermarkAfter given the events one after the other, the watermark after each, in
   *     milliseconds since 1970: all that is not later is complete
   * @param timeOf given an event and its arrival, the time at which it is counted
   */
  private WatermarkOracle(
      Scenario<ClickEvent> scenario,
      ToLongFunction<ClickEvent> watermarkAfter,
      ToLongBiFunction<ClickEvent, Instant> timeOf) {
    this.scenario = scenario;
    this.watermarkAfter = watermarkAfter;
    this.timeOf = timeOf;
  }

  /**
   * Returns an oracle for which each partition stays behind its newest event, and the slowest
   * counts.
   *
   * @param bound how far behind, besides the one millisecond
   */
  static WatermarkOracle slowestPartition(Scenario<ClickEvent> scenario, Duration bound) {
    long[] newest = new long[scenario.feed().partitions()];
    Arrays.fill(newest, Long.MIN_VALUE);
    return new WatermarkOracle(
        scenario,
        event -> {
          int partition = scenario.feed().partitionOf(event);
          newest[partition] = Math.max(newest[partition], event.eventTime().toEpochMilli());
          long slowest = Arrays.stream(newest).min().orElseThrow();
          return slowest == Long.MIN_VALUE ? slowest : slowest - bound.toMillis() - 1;
        });
  }

  /** Returns an oracle for which heartbeats alone move time. */
  static WatermarkOracle heartbeats(Scenario<ClickEvent> scenario) {
    return new WatermarkOracle(
        scenario,
        event ->
            event.eventType() == EventType.HEARTBEAT
                ? event.eventTime().toEpochMilli() - 1
                : Long.MIN_VALUE);
  }

  /**
   * Returns an oracle that puts the arrival in the place of a time that is too far ahead, and stays
   * behind the newest time.
   *
   * @param ahead how far ahead a time is believed
   * @param bound how far behind, besides the one millisecond
   */
  static WatermarkOracle believing(Scenario<ClickEvent> scenario, Duration ahead, Duration bound) {
    ToLongBiFunction<ClickEvent, Instant> believed =
        (event, arrival) ->
            (event.eventTime().isAfter(arrival.plus(ahead)) ? arrival : event.eventTime())
                .toEpochMilli();
    Map<ClickEvent, Instant> arrivals = new HashMap<>();
    scenario.steps().forEach(it -> it.arrivals().forEach(e -> arrivals.put(e, it.moment())));
    return new WatermarkOracle(
        scenario,
        event -> believed.applyAsLong(event, arrivals.get(event)) - bound.toMillis() - 1,
        believed);
  }

  /** Demands that a play gave the same counts and the same late events. */
  void confirms(Play play) {
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      String at = StoryTime.format(step.moment());
      for (ClickEvent event : step.arrivals()) {
        if (event.eventType() != EventType.HEARTBEAT) {
          arrive(step.moment(), event);
        }
        watermark = Math.max(watermark, watermarkAfter.applyAsLong(event));
        close(at);
      }
    }
    watermark = Long.MAX_VALUE;
    close(Emission.END);
    play.shows(new Table(List.of("window", "page"), List.of("views"), counts));
    play.showsOn("late", new Table(List.of("time"), List.of("page"), late));
  }

  private void arrive(Instant arrival, ClickEvent event) {
    long time = timeOf.applyAsLong(event, arrival);
    Key key = new Key(Math.floorDiv(time, SIZE) * SIZE, event.page());
    if (key.start() + SIZE - 1 > watermark) {
      open.merge(key, 1L, Long::sum);
    } else {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("time", StoryTime.format(event.eventTime()));
      cells.put("page", event.page());
      late.add(new Emission(StoryTime.format(arrival), new Row(cells)));
    }
  }

  private void close(String at) {
    List<Key> complete =
        open.keySet().stream().filter(key -> key.start() + SIZE - 1 <= watermark).toList();
    for (Key key : complete) {
      PageCount count =
          new PageCount(
              Instant.ofEpochMilli(key.start()),
              Instant.ofEpochMilli(key.start() + SIZE),
              key.page(),
              open.remove(key));
      counts.add(new Emission(at, row(count)));
    }
  }

  private static Row row(PageCount count) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("windowStart", count.windowStart());
    values.put("windowEnd", count.windowEnd());
    values.put("page", count.page());
    values.put("views", count.views());
    return Row.of(values);
  }
}
