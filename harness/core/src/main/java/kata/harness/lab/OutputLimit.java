package kata.harness.lab;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets a learner's prints through, but not without end: after {@value #MOST_LINES} lines or {@value
 * #MOST_BYTES} bytes the rest is counted and left out.
 */
final class OutputLimit implements AutoCloseable {

  static final int MOST_LINES = 100;
  static final int MOST_BYTES = 20_000;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private long lines;
  private long bytes;
  private long cut;

  private OutputLimit() {}

  /** Limits what is printed until closed. */
  static OutputLimit start() {
    OutputLimit limit = new OutputLimit();
    System.setOut(limit.limited(limit.out));
    System.setErr(limit.limited(limit.err));
    return limit;
  }

  private PrintStream limited(PrintStream target) {
    OutputStream limited =
        new OutputStream() {
          @Override
          public void write(int b) {
            if (admit(1, b == '\n' ? 1 : 0)) {
              target.write(b);
            }
          }

          @Override
          public void write(byte[] data, int offset, int length) {
            int newLines = 0;
            for (int i = offset; i < offset + length; i++) {
              newLines += data[i] == '\n' ? 1 : 0;
            }
            if (admit(length, newLines)) {
              target.write(data, offset, length);
            }
          }

          @Override
          public void flush() {
            target.flush();
          }
        };
    return new PrintStream(limited, false, StandardCharsets.UTF_8);
  }

  private synchronized boolean admit(int newBytes, int newLines) {
    if (cut == 0 && lines < MOST_LINES && bytes + newBytes <= MOST_BYTES) {
      lines += newLines;
      bytes += newBytes;
      return true;
    }
    cut += newBytes;
    return false;
  }

  /** Ends the limit, and says how much was left out. */
  @Override
  public synchronized void close() {
    System.out.flush();
    System.err.flush();
    System.setOut(out);
    System.setErr(err);
    if (cut > 0) {
      out.printf("%n... your code printed %,d more bytes, which are left out here.%n", cut);
    }
  }
}
