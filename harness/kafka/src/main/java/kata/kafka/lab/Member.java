package kata.kafka.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kata.datasets.Happening;
import kata.harness.lab.LearnerMistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A reader that runs in a thread of its own, on a wire of its own, as a process would. When it
 * dies, the wire is cut and the thread stands still, so that no {@code finally} can do what a
 * process that is gone could not.
 */
final class Member {

  private static final int LIMIT_SECONDS = 30;

  private final int number;
  private final Supplier<HostAndPort> broker;
  private final HandledOrders handled;
  private final Following following = new Following();
  private final CountDownLatch never = new CountDownLatch(1);
  private final FutureTask<Void> run;
  private final Thread thread;
  private Wire wire;
  private volatile boolean dead;
  private volatile boolean stopped;

  /**
   * Starts a reader.
   *
   * @param number counted from 1
   * @param at connections whose broker is behind a wire of this member
   */
  Member(
      int number,
      OrderReader reader,
      PlayConnections at,
      Supplier<HostAndPort> broker,
      HandledOrders handled) {
    this.number = number;
    this.broker = broker;
    this.handled = handled;
    this.run =
        new FutureTask<>(
            () -> {
              reader.read(at.through(this::wire), this::handle, this::asks);
              return null;
            });
    this.thread = Threads.start("member " + number, run);
  }

  private synchronized HostAndPort wire() {
    if (wire == null) {
      wire =
          Wire.to(
              broker.get(),
              request -> {
                following.see(request);
                request.forward();
              });
    }
    return wire.address();
  }

  private boolean asks() {
    following.asks();
    return stopped;
  }

  private void handle(ConsumerRecord<String, String> order) throws Exception {
    Happening fate = handled.fateOf(order.value());
    if (fate == Happening.WORK_FAILS) {
      throw new WorkFails();
    }
    if (fate == Happening.CRASH) {
      die();
    }
    handled.done(number, order);
    if (fate == Happening.CRASH_AFTER_WORK) {
      die();
    }
  }

  private void die() throws InterruptedException {
    cut();
    dead = true;
    try {
      never.await();
    } finally {
      // What it calls in its consumer ends at once, if the play is over and it goes on.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void cut() {
    if (wire != null) {
      wire.close();
    }
  }

  Following following() {
    return following;
  }

  /** Returns whether the reader has died or ended. */
  boolean isGone() {
    return dead || run.isDone();
  }

  /** Tells the reader to stop between two polls. */
  void stop() {
    stopped = true;
  }

  /**
   * Waits for the end of a reader that was told to stop.
   *
   * @throws LearnerMistake if it does not end
   */
  void awaitEnd() throws Exception {
    try {
      run.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new LearnerMistake(
          "Your program did not stop when it was told to.",
          "Poll with a timeout of a second at most, and ask stop.getAsBoolean() after each poll.");
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  /**
   * Clears up after a reader that is gone, as a machine does after a process: its connections break
   * and, for the group's sake, its session ends.
   *
   * @throws LearnerMistake if it has ended without being told to
   * @throws Exception what the reader has thrown, unless it tells of work that has failed
   */
  void bury() throws Exception {
    cut();
    following.membership().ifPresent(it -> it.leave(broker.get()));
    if (dead) {
      return;
    }
    try {
      run.get();
    } catch (ExecutionException e) {
      if (isFailureOfWork(e)) {
        return;
      }
      throw thrown(e);
    }
    throw new LearnerMistake(
        "Your program ended before it was told to.",
        "Poll again and again until stop.getAsBoolean() says so: more orders may come.");
  }

  private static Exception thrown(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return (Exception) e.getCause();
  }

  private static boolean isFailureOfWork(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof WorkFails) {
        return true;
      }
    }
    return false;
  }

  /** Ends the reader in any case. */
  void end() {
    stop();
    cut();
    thread.interrupt();
  }

  /** The work for an order could not be done. */
  private static final class WorkFails extends Exception {

    private static final long serialVersionUID = 1L;

    private WorkFails() {
      super("The warehouse does not answer: the work for this order is not done.");
    }
  }
}
