package kata.flink.tumbling;

import java.time.Instant;
import java.util.function.ToLongFunction;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** The small steps that the other answers to the tumbling lessons have in common. */
final class Counting {

  private Counting() {}

  static PageCount count(long start, long end, String page, long views) {
    return new PageCount(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), page, views);
  }

  /** Counts events one by one. */
  static final class OneByOne implements AggregateFunction<ClickEvent, Long, Long> {

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(ClickEvent view, Long count) {
      return count + 1;
    }

    @Override
    public Long getResult(Long count) {
      return count;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }
  }

  /** Labels a count with its key and its window; what counts as the end can be chosen. */
  static final class Label extends ProcessWindowFunction<Long, PageCount, String, TimeWindow> {

    private final SerializableBound end;

    Label() {
      this(TimeWindow::getEnd);
    }

    Label(SerializableBound end) {
      this.end = end;
    }

    @Override
    public void process(
        String page, Context context, Iterable<Long> counts, Collector<PageCount> out) {
      TimeWindow window = context.window();
      out.collect(
          count(window.getStart(), end.applyAsLong(window), page, counts.iterator().next()));
    }
  }

  /** Chooses a moment of a window, in epoch milliseconds. */
  interface SerializableBound extends ToLongFunction<TimeWindow>, java.io.Serializable {}
}
