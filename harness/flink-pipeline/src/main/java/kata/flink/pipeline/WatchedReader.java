package kata.flink.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;

/** Reads as a reader of Kafka does, tells how far it has come, and fails when the lab says so. */
final class WatchedReader<T> implements SourceReader<T, KafkaPartitionSplit> {

  /** No checkpoint has this number, so that nothing is ever committed for it. */
  private static final long NO_CHECKPOINT = -1;

  private final SourceReader<T, KafkaPartitionSplit> reader;
  private final SourceWatch watch;
  private final int source;
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private volatile boolean failsAtCheckpoint;
  private boolean assigned;

  WatchedReader(SourceReader<T, KafkaPartitionSplit> reader, SourceWatch watch, int source) {
    this.reader = reader;
    this.watch = watch;
    this.source = source;
  }

  /** Returns the number of the source that this reader belongs to. */
  int source() {
    return source;
  }

  /** Lets the next call of this reader fail, and there to be one at once. */
  void fail() {
    failure.complete(null);
  }

  /** Lets the next checkpoint of this reader fail. */
  void failAtCheckpoint() {
    failsAtCheckpoint = true;
  }

  boolean hasFailed() {
    return failsAtCheckpoint || failure.isDone();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    if (failure.isDone()) {
      throw new Outage();
    }
    InputStatus status = reader.pollNext(output);
    if (assigned && status != InputStatus.MORE_AVAILABLE) {
      report();
    }
    return status;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    CompletableFuture<Void> available = reader.isAvailable();
    return available.isDone()
        ? available
        : CompletableFuture.anyOf(available, failure).thenRun(() -> {});
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    reader.addSplits(splits.stream().map(watch::located).toList());
    assigned = true;
    report();
  }

  private void report() {
    Map<TopicPartition, Long> reached = new HashMap<>();
    for (KafkaPartitionSplit split : reader.snapshotState(NO_CHECKPOINT)) {
      reached.put(split.getTopicPartition(), split.getStartingOffset());
    }
    watch.report(this, reached);
  }

  @Override
  public void close() throws Exception {
    watch.forget(this);
    reader.close();
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    if (failsAtCheckpoint) {
      throw new Outage();
    }
    return reader.snapshotState(checkpoint);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    reader.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    reader.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }
}
