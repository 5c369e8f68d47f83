package kata.producer;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Tells how far the program is: on a terminal in one line that is written over every second,
 * elsewhere in a new line every ten seconds.
 */
final class Progress {

  private static final String OVER_THE_LINE_BEFORE = "\r";

  private final PrintWriter screen;
  private final boolean terminal;
  private final long interval;
  private long shownAt;
  private long shownSent;
  private int shownLength;

  Progress(PrintWriter screen, boolean terminal, long now) {
    this.screen = screen;
    this.terminal = terminal;
    this.interval = TimeUnit.SECONDS.toNanos(terminal ? 1 : 10);
    this.shownAt = now;
  }

  /** Tells it if it was not told lately. */
  void at(long now, Counts counts) {
    if (now - shownAt >= interval) {
      double seconds = (double) (now - shownAt) / TimeUnit.SECONDS.toNanos(1);
      long perSecond = Math.round((counts.sent() - shownSent) / seconds);
      show(String.format(Locale.ROOT, "%s, %,d events/s", counts, perSecond));
      shownAt = now;
      shownSent = counts.sent();
    }
  }

  /** Leaves the line, if there is one, so that something else can be told. */
  void end() {
    if (shownLength > 0) {
      screen.println();
      screen.flush();
    }
  }

  private void show(String text) {
    if (terminal) {
      screen.print(
          OVER_THE_LINE_BEFORE + text + " ".repeat(Math.max(0, shownLength - text.length())));
      shownLength = text.length();
    } else {
      screen.println(text);
    }
    screen.flush();
  }
}
