package kata.flink.transactions;

import java.time.Instant;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * What a user has paid in a window.
 *
 * @param windowStart in milliseconds, inclusive
 * @param windowEnd in milliseconds, exclusive
 * @param totalCents less the cashback, in cents
 */
public record UserTotal(long windowStart, long windowEnd, String userId, long totalCents) {

  String json() {
    return """
    {"window_start":"%s","window_end":"%s","user_id":"%s","total_cents":%d}\
    """
        .formatted(
            Instant.ofEpochMilli(windowStart), Instant.ofEpochMilli(windowEnd), userId, totalCents);
  }

  /** Names the window and the user of a sum. */
  static final class Label implements WindowFunction<Long, UserTotal, String, TimeWindow> {

    private static final long serialVersionUID = 1L;

    @Override
    public void apply(
        String user, TimeWindow window, Iterable<Long> sums, Collector<UserTotal> out) {
      for (long cents : sums) {
        out.collect(new UserTotal(window.getStart(), window.getEnd(), user, cents));
      }
    }
  }
}
