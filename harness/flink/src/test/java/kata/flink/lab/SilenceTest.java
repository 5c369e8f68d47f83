package kata.flink.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing stands above a verdict but what the learner prints. */
class SilenceTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
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
  }

  @Test
  void flink_logs_nothing_whether_a_job_ends_well_or_not() throws Exception {
    StreamJob<ClickEvent, PageCount> right = Plays::count;
    StreamJob<ClickEvent, PageCount> wrong =
        views -> Plays.count(views.filter(view -> view.page().charAt(99) == '/'));
    FlinkEngine engine = new FlinkEngine();

    engine.play(right, Plays.STORY);
    assertThatException().isThrownBy(() -> engine.play(wrong, Plays.STORY));
    engine.close();

    assertThat(printed.toString(UTF_8)).isEmpty();
  }
}
