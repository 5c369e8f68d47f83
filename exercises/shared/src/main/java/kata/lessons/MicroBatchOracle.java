package kata.lessons;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.verdict.Table;

/**
 * Works out without any engine what comes out of micro-batches, counted by page in windows of five
 * minutes. The watermark is fixed during a batch, and starts at 1970; what is late is decided by
 * that with which the batch before began.
 */
public final class MicroBatchOracle {

  private static final long SIZE = Duration.ofMinutes(5).toMillis();

  private record Key(long start, String page) {

    boolean isComplete(long watermark) {
      return start + SIZE <= watermark;
    }
  }

  private final Function<ClickEvent, Instant> timeOf;
  private final ToLongFunction<List<ClickEvent>> watermarkAfter;
  private final Map<Key, Long> counts =
      new TreeMap<>(Comparator.comparing(Key::start).thenComparing(Key::page));
  private final ExpectedRows rows = new ExpectedRows();
  private long watermark;
  private long before;

  /**
   * Prepares the second opinion.
   *
   * @param timeOf the time at which an event is counted
   * @param watermarkAfter given the batches one after the other, the watermark after each, in
   *     milliseconds since 1970; one that goes back is ignored
   */
  public MicroBatchOracle(
      Function<ClickEvent, Instant> timeOf, ToLongFunction<List<ClickEvent>> watermarkAfter) {
    this.timeOf = timeOf;
    this.watermarkAfter = watermarkAfter;
  }

  /** Returns an oracle that stays behind the newest event. */
  public static MicroBatchOracle behindNewest(
      Duration delay, Function<ClickEvent, Instant> timeOf) {
    return new MicroBatchOracle(
        timeOf,
        batch ->
            batch.stream().mapToLong(it -> timeOf.apply(it).toEpochMilli()).max().orElse(0)
                - delay.toMillis());
  }

  /**
   * Returns an oracle for which each partition stays behind its newest event, and the slowest
   * counts; one that has not spoken stands at 1970.
   *
   * @param delays one for each partition
   */
  public static MicroBatchOracle slowestStream(Scenario<ClickEvent> scenario, Duration... delays) {
    long[] clocks = new long[delays.length];
    return new MicroBatchOracle(
        ClickEvent::eventTime,
        batch -> {
          for (ClickEvent event : batch) {
            int stream = scenario.feed().partitionOf(event);
            long time = event.eventTime().toEpochMilli() - delays[stream].toMillis();
            clocks[stream] = Math.max(clocks[stream], time);
          }
          return Arrays.stream(clocks).min().orElse(0);
        });
  }

  /**
   * Lets each step be a micro-batch and one without data, and returns the counts that its watermark
   * completes.
   */
  public Table complete(Scenario<ClickEvent> scenario) {
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      changedBy(step.arrivals());
      changedBy(List.of());
      for (Key key : new ArrayList<>(counts.keySet())) {
        if (key.isComplete(watermark)) {
          add(step.moment(), key, counts.remove(key));
        }
      }
    }
    return table();
  }

  /**
   * Lets each step be a micro-batch and one without data, and returns the counts that it changes.
   */
  public Table changed(Scenario<ClickEvent> scenario) {
    for (Scenario.Step<ClickEvent> step : scenario.steps()) {
      batch(step.moment(), step.arrivals());
      batch(step.moment(), List.of());
    }
    return table();
  }

  /** Lets a micro-batch change counts at a moment; it may be one without data. */
  public void batch(Instant at, List<ClickEvent> events) {
    changedBy(events).forEach(key -> add(at, key, counts.get(key)));
  }

  /** Returns the rows so far. */
  public Table table() {
    return rows.table(List.of("window", "page"), List.of("views"));
  }

  private Set<Key> changedBy(List<ClickEvent> events) {
    Set<Key> changed = new TreeSet<>(Comparator.comparing(Key::start).thenComparing(Key::page));
    for (ClickEvent event : events) {
      long start = Math.floorDiv(timeOf.apply(event).toEpochMilli(), SIZE) * SIZE;
      Key key = new Key(start, event.page());
      if (!key.isComplete(before)) {
        counts.merge(key, 1L, Long::sum);
        changed.add(key);
      }
    }
    before = watermark;
    watermark = Math.max(watermark, watermarkAfter.applyAsLong(events));
    return changed;
  }

  private void add(Instant at, Key key, long views) {
    Instant start = Instant.ofEpochMilli(key.start());
    rows.add(StoryTime.format(at), new PageCount(start, start.plusMillis(SIZE), key.page(), views));
  }
}
