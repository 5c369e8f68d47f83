package kata.flink.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.kafka.common.TopicPartition;

/**
 * What the lab sees of the sources of one play, and what it does to them. It is shared by the lab's
 * thread and those of the tasks, which run in the same JVM and find it by its number.
 */
final class SourceWatch implements AutoCloseable {

  private static final AtomicLong COUNT = new AtomicLong();
  private static final Map<Long, SourceWatch> OPEN = new ConcurrentHashMap<>();

  private final long number = COUNT.incrementAndGet();
  private final Supplier<Map<TopicPartition, Long>> sent;
  private final Map<WatchedReader<?>, Map<TopicPartition, Long>> positions = new HashMap<>();
  private final ManualClock clock = new ManualClock();
  private final Set<StoryGenerator<?>> behind = new HashSet<>();
  private final Set<StoryGenerator<?>> timed = new HashSet<>();
  private int ticks;

  /**
   * Begins to watch.
   *
   * @param sent the offset after the last record in each partition that has one
   */
  SourceWatch(Supplier<Map<TopicPartition, Long>> sent) {
    this.sent = sent;
    OPEN.put(number, this);
  }

  /** Returns the number by which {@link #numbered} finds this watch. */
  long number() {
    return number;
  }

  /**
   * Finds a watch.
   *
   * @throws IllegalStateException if its play is over
   */
  static SourceWatch numbered(long number) {
    SourceWatch watch = OPEN.get(number);
    if (watch == null) {
      throw new IllegalStateException("The play of this source is over.");
    }
    return watch;
  }

  /**
   * Says where a reader really starts that is told to start at the end of a partition. Kafka's
   * client finds that out a little later, when the next record may be there already.
   */
  KafkaPartitionSplit located(KafkaPartitionSplit split) {
    if (split.getStartingOffset() != KafkaPartitionSplit.LATEST_OFFSET) {
      return split;
    }
    long end = sent.get().getOrDefault(split.getTopicPartition(), 0L);
    return new KafkaPartitionSplit(
        split.getTopicPartition(),
        end,
        split.getStoppingOffset().orElse(KafkaPartitionSplit.NO_STOPPING_OFFSET));
  }

  /** A reader has come this far: the offset after the last record that it has emitted. */
  synchronized void report(WatchedReader<?> reader, Map<TopicPartition, Long> reached) {
    if (!reader.hasFailed()) {
      positions.put(reader, reached);
      notifyAll();
    }
  }

  /** A reader is gone. */
  synchronized void forget(WatchedReader<?> reader) {
    positions.remove(reader);
    notifyAll();
  }

  /** Returns whether all of so many sources have got their partitions. */
  synchronized boolean isAssigned(int sources) {
    return positions.keySet().stream().map(WatchedReader::source).distinct().count() == sources;
  }

  /** Returns whether so many sources have emitted all that was sent to the topics they read. */
  synchronized boolean hasRead(int sources) {
    if (!isAssigned(sources)) {
      return false;
    }
    Map<Integer, Map<TopicPartition, Long>> bySource = new HashMap<>();
    positions.forEach(
        (reader, reached) ->
            bySource.computeIfAbsent(reader.source(), it -> new HashMap<>()).putAll(reached));
    return bySource.values().stream().allMatch(this::hasRead);
  }

  private boolean hasRead(Map<TopicPartition, Long> reached) {
    return sent.get().entrySet().stream()
        .filter(
            end ->
                reached.keySet().stream().anyMatch(it -> it.topic().equals(end.getKey().topic())))
        .allMatch(end -> reached.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  /** Lets all readers fail that there are now. */
  synchronized void fail() {
    timed.clear();
    behind.clear();
    positions.keySet().forEach(WatchedReader::fail);
    positions.clear();
  }

  /** Lets all readers fail that there are now, as soon as a checkpoint asks for their positions. */
  synchronized void failAtCheckpoint() {
    timed.clear();
    behind.clear();
    positions.keySet().forEach(WatchedReader::failAtCheckpoint);
    positions.clear();
  }

  /** The clock of the story shows another time, which does not make it tick. */
  synchronized void showTime(Instant moment) {
    clock.advanceTime(Duration.ofMillis(moment.toEpochMilli() - clock.relativeTimeMillis()));
  }

  /** The clock ticks for every strategy that looks at it. */
  synchronized void tick() {
    ticks++;
    behind.addAll(timed);
  }

  synchronized int ticks() {
    return ticks;
  }

  /** Returns whether every strategy that looks at the clock has seen the last tick. */
  synchronized boolean hasTicked() {
    return behind.isEmpty();
  }

  /** Hands the clock to a strategy. */
  synchronized RelativeClock clockFor(StoryGenerator<?> generator) {
    timed.add(generator);
    return clock;
  }

  /** A strategy has done all that it does at the last tick. */
  synchronized void hasTicked(StoryGenerator<?> generator) {
    if (behind.remove(generator)) {
      notifyAll();
    }
  }

  /** Waits until something has changed, or for a few milliseconds. */
  synchronized void pause(long millis) throws InterruptedException {
    wait(millis);
  }

  @Override
  public void close() {
    OPEN.remove(number);
  }
}
