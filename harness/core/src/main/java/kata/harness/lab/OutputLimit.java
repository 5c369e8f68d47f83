package kata.harness.lab;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * Lets a learner's prints through, but not without end: after {@value #MOST_LINES} lines or {@value
 * #MOST_BYTES} bytes the rest is counted and left out.
 */
final class OutputLimit implements AutoCloseable {

  static final int MOST_LINES = 100;
  static final int MOST_BYTES = 20_000;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private Set<Thread> muted = Set.of();
  private long lines;
  private long bytes;
  private long cut;

  private OutputLimit() {}

  /** Limits what is printed until closed. */
  static OutputLimit start() {
    OutputLimit limit = new OutputLimit();
    System.setOut(filtered(limit.out, limit::admit));
    System.setErr(filtered(limit.err, limit::admit));
    return limit;
  }

  /** Keeps threads silent for good, because they may go on printing after the play was stopped. */
  synchronized void mute(Set<Thread> threads) {
    muted = Set.copyOf(threads);
  }

  /**
   * Filters what is printed.
   *
   * @param admits takes a number of bytes and of line ends, and gives 0 to leave them out
   */
  private static PrintStream filtered(PrintStream target, IntBinaryOperator admits) {
    OutputStream filtered =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] data, int offset, int length) {
            int newLines = 0;
            for (int i = offset; i < offset + length; i++) {
              newLines += data[i] == '\n' ? 1 : 0;
            }
            if (admits.applyAsInt(length, newLines) != 0) {
              target.write(data, offset, length);
            }
          }

          @Override
          public void flush() {
            target.flush();
          }
        };
    return new PrintStream(filtered, false, StandardCharsets.UTF_8);
  }

  private synchronized int admit(int newBytes, int newLines) {
    if (muted.contains(Thread.currentThread())) {
      return 0;
    }
    if (cut == 0 && lines < MOST_LINES && bytes + newBytes <= MOST_BYTES) {
      lines += newLines;
      bytes += newBytes;
      return 1;
    }
    cut += newBytes;
    return 0;
  }

  private synchronized long cut() {
    return cut;
  }

  /**
   * Ends the limit, and says how much was left out. It must not hold this object's lock while it
   * flushes: a thread that prints holds that of the stream and waits for this one.
   */
  @Override
  public void close() {
    System.out.flush();
    System.err.flush();
    if (muted.isEmpty()) {
      System.setOut(out);
      System.setErr(err);
    } else {
      Set<Thread> silent = muted;
      IntBinaryOperator others = (bytes, lines) -> silent.contains(Thread.currentThread()) ? 0 : 1;
      System.setOut(filtered(out, others));
      System.setErr(filtered(err, others));
    }
    long leftOut = cut();
    if (leftOut > 0) {
      out.printf(
          Locale.ROOT,
          "%n... your code printed %,d more bytes, which are left out here.%n",
          leftOut);
    }
  }
}
