package kata.spark.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.Scenario;
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
