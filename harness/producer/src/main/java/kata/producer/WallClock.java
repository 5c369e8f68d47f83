package kata.producer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock of this machine; {@link #stop} ends every wait. */
final class WallClock implements Clock {

  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public boolean isStoppedWithin(long nanos) {
    try {
      return stopped.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  void stop() {
    stopped.countDown();
  }
}
