package kata.harness.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutputLimitTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Locale locale = Locale.getDefault();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    PrintStream capture = new PrintStream(printed, true, UTF_8);
    System.setOut(capture);
    System.setErr(capture);
  }

  @AfterEach
  void release() {
    System.setOut(out);
    System.setErr(err);
    Locale.setDefault(locale);
  }

  private String printed() {
    return printed.toString(UTF_8).replace("\r", "");
  }

  @Test
  void a_few_prints_pass() {
    PrintStream before = System.out;
    try (OutputLimit limit = OutputLimit.start()) {
      System.out.print("a view\n");
      System.err.print("Ärger\n");
      System.out.write('x');
    }

    assertThat(printed()).isEqualTo("a view\nÄrger\nx");
    assertThat(System.out).isSameAs(before);
  }

  @Test
  void many_lines_are_cut_and_counted_the_same_in_every_country() {
    Locale.setDefault(Locale.GERMANY);
    try (OutputLimit limit = OutputLimit.start()) {
      for (int i = 0; i < OutputLimit.MOST_LINES + 200; i++) {
        System.out.print("12345678\n");
      }
    }

    assertThat(printed())
        .isEqualTo(
            "12345678\n".repeat(OutputLimit.MOST_LINES)
                + "\n... your code printed 1,800 more bytes, which are left out here.\n");
  }

  @Test
  void one_enormous_line_is_cut_on_either_stream() {
    try (OutputLimit limit = OutputLimit.start()) {
      System.out.print("x".repeat(OutputLimit.MOST_BYTES));
      System.err.print("y".repeat(1_000_000));
    }

    assertThat(printed())
        .isEqualTo(
            "x".repeat(OutputLimit.MOST_BYTES)
                + "\n... your code printed 1,000,000 more bytes, which are left out here.\n");
  }

  @Test
  @Timeout(60)
  void a_thread_that_goes_on_printing_after_the_end_is_silent_and_holds_up_nobody()
      throws InterruptedException {
    CountDownLatch printing = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread endless =
        new Thread(
            () -> {
              while (closed.getCount() > 0) {
                System.out.println("again");
                printing.countDown();
              }
              System.out.println("later");
            });
    try (OutputLimit limit = OutputLimit.start()) {
      endless.start();
      printing.await();
      limit.mute(Set.of(endless));
    }
    String atTheEnd = printed();
    System.out.print("the verdict");
    closed.countDown();
    endless.join();

    assertThat(atTheEnd).startsWith("again");
    assertThat(printed()).isEqualTo(atTheEnd + "the verdict");
  }
}
