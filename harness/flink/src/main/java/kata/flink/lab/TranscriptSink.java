package kata.flink.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kata.harness.lab.LearnerMistake;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Collects rows and watermarks in the order in which they reach the end of a job. With parallelism
 * 1 that is the order in which the job emitted them.
 */
final class TranscriptSink<T> implements Sink<T>, AutoCloseable {

  private static final long serialVersionUID = 1L;
  private static final Map<String, Collected> COLLECTED = new ConcurrentHashMap<>();

  /** What came so far, and how much of it is final. */
  private static final class Collected {

    private final List<Object> items = new ArrayList<>();
    private int committed;

    synchronized void add(Object item) {
      items.add(item);
    }

    synchronized List<Object> items() {
      return List.copyOf(items);
    }

    synchronized void commit() {
      committed = items.size();
    }

    synchronized void rollBack() {
      items.subList(committed, items.size()).clear();
    }
  }

  private final String id = UUID.randomUUID().toString();

  private final Pace pace;

  TranscriptSink() {
    this(null);
  }

  /**
   * Makes a sink.
   *
   * @param pace is told which watermarks have come; null if nobody waits for them
   */
  TranscriptSink(Pace pace) {
    this.pace = pace;
    COLLECTED.put(id, new Collected());
    if (pace != null) {
      pace.waitFor(id);
    }
  }

  /** Returns the rows, and the watermarks as {@link Watermark}s, that came so far. */
  List<Object> collected() {
    return COLLECTED.get(id).items();
  }

  /** Makes what came so far final. */
  void commit() {
    COLLECTED.get(id).commit();
  }

  /** Forgets what came since the last commit. */
  void rollBack() {
    COLLECTED.get(id).rollBack();
  }

  /** Forgets what was collected. */
  @Override
  public void close() {
    COLLECTED.remove(id);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    Collected collected = COLLECTED.get(id);
    return new SinkWriter<>() {
      @Override
      public void write(T row, Context rowContext) {
        if (row == null) {
          throw new LearnerMistake(
              "Your code emits null instead of a row.",
              "Emit a row, or nothing at all: filter(...) and flatMap(...) may leave rows out.");
        }
        collected.add(row);
      }

      @Override
      public void writeWatermark(Watermark watermark) {
        collected.add(watermark);
        Pace.reached(pace, id, watermark.getTimestamp());
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
