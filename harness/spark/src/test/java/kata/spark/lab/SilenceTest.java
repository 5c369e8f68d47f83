package kata.spark.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.streaming.QueryExecutionThread;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.junit.jupiter.api.Test;

/**
 * Nothing stands above a verdict but what the learner prints: no log, and no warning of the JVM.
 */
class SilenceTest {

  /** What a JVM of its own does, so that nothing has been loaded before. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) throws Exception {
      Scenario<ClickEvent> story = Plays.STORY;
      SparkEngine engine = new SparkEngine();
      StreamQuery right = Plays::count;
      engine.play(right, story);
      StreamQuery wrong = views -> Plays.count(views.where("raise_error(page) IS NULL"));
      try {
        engine.play(wrong, story);
      } catch (StreamingQueryException expected) {
        System.out.print("failed as it should");
      }
      engine.close();
    }
  }

  @Test
  void nothing_is_printed_whether_a_query_ends_well_or_not() throws Exception {
    assertThat(output(Program.class)).isEqualTo("failed as it should");
  }

  /** Stops a play that would not end. */
  static final class Stopping {

    private static final CountDownLatch LOOPING = new CountDownLatch(1);

    private Stopping() {}

    public static void main(String[] args) throws Exception {
      SparkEngine engine = new SparkEngine();
      Thread play = new Thread(() -> play(engine));
      play.setDaemon(true);
      play.start();
      LOOPING.await();
      engine.cancel();
      for (Thread query : Thread.getAllStackTraces().keySet()) {
        if (query instanceof QueryExecutionThread) {
          query.join();
        }
      }
      System.out.print("stopped");
    }

    private static void play(SparkEngine engine) {
      FilterFunction<Row> endless = view -> loop();
      StreamQuery query = views -> Plays.count(views.filter(endless));
      try {
        engine.play(query, Plays.STORY);
      } catch (Exception stopped) {
        // As it should be.
      }
    }

    private static boolean loop() {
      LOOPING.countDown();
      while (LOOPING.getCount() == 0) {
        Thread.onSpinWait();
      }
      return true;
    }
  }

  @Test
  void nothing_is_printed_when_a_play_is_stopped() throws Exception {
    assertThat(output(Stopping.class)).isEqualTo("stopped");
  }

  private static String output(Class<?> program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    Process process =
        new ProcessBuilder(command)
            .directory(new File(System.getProperty("java.io.tmpdir")))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  /** Returns the flags of this JVM, which are those of the pom.xml. */
  private static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }
}
