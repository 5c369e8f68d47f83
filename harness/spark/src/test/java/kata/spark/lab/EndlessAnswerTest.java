package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import kata.harness.lab.SparkLab;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer that does not end is stopped, and does not stand in the way of the next one. */
class EndlessAnswerTest {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final SparkEngine ENGINE = new SparkEngine();

  /** Lets the loops end when a test has seen enough of them. */
  private static volatile CountDownLatch seen;

  @AfterEach
  void letGo() {
    seen.countDown();
  }

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static boolean loop() {
    while (seen.getCount() > 0) {
      try {
        seen.await();
      } catch (InterruptedException e) {
        // A learner who swallows the interrupt is the one who cannot be stopped.
      }
    }
    return true;
  }

  private static int here() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst())
        .orElseThrow()
        .getLineNumber();
  }

  static final class InAFunction implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      FilterFunction<Row> endless = view -> loop();
      return Plays.count(views.filter(endless));
    }
  }

  static final class InBuild implements StreamQuery {
    static final int LINE = 4 + here();

    @Override
    public Dataset<Row> build(Dataset<Row> views) {
      loop();
      return Plays.count(views);
    }
  }

  /** Plays an answer that ends at first, so that the limit measures the loop, not a cold engine. */
  private static void stoppedAndForgotten(Class<?> answer, int line) throws Exception {
    SparkLab lab = new SparkLab(ENGINE, Plays.STORY);
    seen = new CountDownLatch(0);
    lab.play(answer, Duration.ofMinutes(2));
    seen = new CountDownLatch(1);

    List<String> said = lab.mishap(answer, LIMIT);

    assertThat(said)
        .containsExactly(
            "Your code did not end within 2 seconds and was stopped.",
            "",
            "at EndlessAnswerTest.java:" + line,
            "",
            "Look for a loop that cannot end, or for something that is waited for in vain.");
    StreamQuery right = Plays::count;
    assertThat(ENGINE.play(right, Plays.STORY).emissions()).hasSize(1);
  }

  @Test
  void a_loop_in_a_function() throws Exception {
    stoppedAndForgotten(InAFunction.class, InAFunction.LINE);
  }

  @Test
  void a_loop_in_build() throws Exception {
    stoppedAndForgotten(InBuild.class, InBuild.LINE);
  }
}
