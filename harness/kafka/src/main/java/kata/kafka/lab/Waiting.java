package kata.kafka.lab;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Notices when a program waits for the broker's answers. */
final class Waiting implements AutoCloseable {

  private final Thread program;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
          });

  private Waiting(Thread program) {
    this.program = program;
  }

  /** Calls back again and again while the program waits, until closed. */
  static Waiting watch(Thread program, Runnable waits) {
    Waiting waiting = new Waiting(program);
    waiting.watch.scheduleWithFixedDelay(
        () -> {
          if (waiting.forAnswers()) {
            waits.run();
          }
        },
        1,
        1,
        TimeUnit.MILLISECONDS);
    return waiting;
  }

  /** A program that sleeps, hands over a record or asks for the next order waits for no answer. */
  private boolean forAnswers() {
    Thread.State state = program.getState();
    if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
      return false;
    }
    StackTraceElement[] frames = program.getStackTrace();
    return frames.length > 0 && Arrays.stream(frames).noneMatch(Waiting::forSomethingElse);
  }

  private static boolean forSomethingElse(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.equals("java.lang.Thread") && frame.getMethodName().equals("sleep")
        || type.endsWith("KafkaProducer") && frame.getMethodName().equals("doSend")
        || type.startsWith("kata.kafka.lab.SendPlay$Handing")
        || type.startsWith("kata.kafka.lab.Wire");
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
