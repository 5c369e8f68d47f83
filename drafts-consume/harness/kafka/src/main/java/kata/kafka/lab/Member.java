package kata.kafka.lab;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kata.harness.lab.LabException;
import kata.pipeline.Connections;

/** A reader that runs in a thread of its own, as one member of the group. */
final class Member {

  private static final int LIMIT_SECONDS = 30;

  private final FutureTask<Void> run;
  private final Thread thread;

  private Member(int number, OrderReader reader, Connections at, HandledOrders handled) {
    this.run =
        new FutureTask<>(
            () -> {
              reader.read(at, record -> handled.handle(number, record), () -> handled.asked(number));
              return null;
            });
    this.thread = Threads.start("member-" + number, run);
  }

  /** Starts a reader. */
  static Member start(int number, OrderReader reader, Connections at, HandledOrders handled) {
    return new Member(number, reader, at, handled);
  }

  boolean runs() {
    return !run.isDone();
  }

  /**
   * Waits until the reader has ended.
   *
   * @return whether it has ended because it died, as the story wanted it
   * @throws Exception whatever else it has thrown
   */
  boolean died() throws Exception {
    try {
      run.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      return false;
    } catch (ExecutionException e) {
      if (!isDeath(e)) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
      return true;
    } catch (TimeoutException e) {
      throw new LabException("A reader did not stop within %d s.".formatted(LIMIT_SECONDS), e);
    }
  }

  private static boolean isDeath(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProgramDies) {
        return true;
      }
    }
    return false;
  }

  void interrupt() {
    thread.interrupt();
  }
}
