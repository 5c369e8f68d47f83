package kata.flink.lab;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kata.datasets.Scenario;
import kata.datasets.TimedEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Plays a scenario: emits its events with their timestamps, and its watermarks exactly where they
 * stand. Watermarks of the stock strategies come every 200 ms of wall clock instead, which no test
 * can rely on.
 *
 * <p>Where the feed is raw, an event carries the time at which it arrived, and a watermark is no
 * more than the machine's clock, for a {@link StrategyOperator}.
 *
 * @see <a
 *     href="https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/dev/datastream/sources/">Data
 *     sources</a>
 */
final class ScriptedSource<E extends TimedEvent> implements Source<E, OnlySplit, OnlySplit> {

  private static final long serialVersionUID = 1L;

  private record Arrival<E>(E event, long timestamp) implements Serializable {}

  private record Step<E>(ArrayList<Arrival<E>> arrivals, long watermark) implements Serializable {}

  private final ArrayList<Step<E>> script = new ArrayList<>();

  private final Pace pace;
  private final Failure failure;

  ScriptedSource(Scenario<E> scenario) {
    this(scenario, null, Failure.never());
  }

  /**
   * Plays a scenario step by step.
   *
   * @param pace waits for each step to come out at the end; null if there is nothing to wait for
   * @param failure what happens in the middle of the story, if it comes
   */
  ScriptedSource(Scenario<E> scenario, Pace pace, Failure failure) {
    this.pace = pace;
    this.failure = failure;
    boolean raw = scenario.feed().raw();
    for (Scenario.Step<E> step : scenario.steps()) {
      long clock = step.moment().toEpochMilli();
      ArrayList<Arrival<E>> arrivals = new ArrayList<>();
      for (E event : step.arrivals()) {
        arrivals.add(new Arrival<>(event, raw ? clock : event.eventTime().toEpochMilli()));
      }
      script.add(new Step<>(arrivals, raw ? clock : StepClock.flinkWatermark(step)));
    }
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<OnlySplit, OnlySplit> createEnumerator(
      SplitEnumeratorContext<OnlySplit> context) {
    return new OnlySplit.Enumerator();
  }

  @Override
  public SplitEnumerator<OnlySplit, OnlySplit> restoreEnumerator(
      SplitEnumeratorContext<OnlySplit> context, OnlySplit checkpoint) {
    return new OnlySplit.Enumerator();
  }

  @Override
  public SimpleVersionedSerializer<OnlySplit> getSplitSerializer() {
    return new OnlySplit.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<OnlySplit> getEnumeratorCheckpointSerializer() {
    return new OnlySplit.Serializer();
  }

  @Override
  public SourceReader<E, OnlySplit> createReader(SourceReaderContext context) {
    return new Reader();
  }

  /** Reads the script from its first line, or from where it was at a checkpoint, to its last. */
  private final class Reader implements SourceReader<E, OnlySplit> {

    private int next;
    private boolean restored;
    private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);

    @Override
    public void start() {
      Pace.begin(pace);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<E> output) {
      if (!ready.isDone()) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      if (restored) {
        restored = false;
        return goOn(output);
      }
      failure.happen(next);
      if (next == script.size()) {
        Pace.end(pace);
        return InputStatus.END_OF_INPUT;
      }
      Step<E> step = script.get(next++);
      for (Arrival<E> arrival : step.arrivals()) {
        output.collect(arrival.event(), arrival.timestamp());
      }
      output.emitWatermark(new Watermark(step.watermark()));
      return waitFor(Pace.after(pace, step.watermark()).thenCompose(ok -> failure.prepare(next)));
    }

    /** Without the last watermark, what was late before the failure would not be late after it. */
    private InputStatus goOn(ReaderOutput<E> output) {
      long watermark = script.get(next - 1).watermark();
      output.emitWatermark(new Watermark(watermark));
      return waitFor(Pace.after(pace, watermark));
    }

    private InputStatus waitFor(CompletableFuture<Void> moment) {
      ready = moment;
      return ready.isDone() ? InputStatus.MORE_AVAILABLE : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<OnlySplit> snapshotState(long checkpointId) {
      return List.of(new OnlySplit(next));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return ready;
    }

    @Override
    public void addSplits(List<OnlySplit> splits) {
      next = splits.get(0).next();
      restored = next > 0;
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }
}
