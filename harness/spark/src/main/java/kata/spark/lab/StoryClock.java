package kata.spark.lab;

import java.time.Instant;
import org.apache.spark.util.Clock;

/**
 * The clock of a query that is played: it shows the watermark of the step, so that not even {@code
 * current_timestamp()} depends on when the test runs.
 */
final class StoryClock implements Clock {

  private volatile Instant now;

  StoryClock(Instant now) {
    this.now = now;
  }

  void set(Instant moment) {
    now = moment;
  }

  @Override
  public long getTimeMillis() {
    return now.toEpochMilli();
  }

  @Override
  public long nanoTime() {
    return now.toEpochMilli() * 1_000_000;
  }

  @Override
  public long waitTillTime(long targetMillis) {
    return getTimeMillis();
  }
}
