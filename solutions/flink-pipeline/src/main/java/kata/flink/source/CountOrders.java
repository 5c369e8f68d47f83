package kata.flink.source;

import java.time.Instant;
import kata.datasets.Order;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Counts the orders of a window as they come. */
final class CountOrders implements AggregateFunction<Order, Long, Long> {

  private static final long serialVersionUID = 1L;

  @Override
  public Long createAccumulator() {
    return 0L;
  }

  @Override
  public Long add(Order order, Long orders) {
    return orders + 1;
  }

  @Override
  public Long getResult(Long orders) {
    return orders;
  }

  @Override
  public Long merge(Long a, Long b) {
    return a + b;
  }

  /** Returns a count as JSON. */
  static String json(long start, long end, String region, long orders) {
    return """
    {"window_start":"%s","window_end":"%s","region":"%s","orders":%d}\
    """
        .formatted(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), region, orders);
  }

  /** Names the window and the region of a count. */
  static final class Label implements WindowFunction<Long, String, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void apply(
        String region, TimeWindow window, Iterable<Long> counts, Collector<String> out) {
      for (long orders : counts) {
        out.collect(json(window.getStart(), window.getEnd(), region, orders));
      }
    }
  }
}
