package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import kata.harness.lab.FlinkLab;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a learner reads about an answer that gives no rows. */
class LearnerMistakesTest {

  private static final FlinkEngine ENGINE = new FlinkEngine();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static List<String> mishap(Class<?> answer) {
    return new FlinkLab(ENGINE, Plays.STORY).mishap(answer, Duration.ofMinutes(2));
  }

  private static String at(int line) {
    return "at LearnerMistakesTest.java:" + line;
  }

  private static int here() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst())
        .orElseThrow()
        .getLineNumber();
  }

  static final class ReturnsNull implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return null;
    }
  }

  @Test
  void returns_null() {
    assertThat(mishap(ReturnsNull.class))
        .containsExactly(
            "Your code returned null instead of a stream.",
            "",
            "Return the stream that your last call gives back.");
  }

  static final class NoJob {}

  @Test
  void is_no_stream_job() {
    assertThat(mishap(NoJob.class))
        .containsExactly(
            "NoJob is not a StreamJob.",
            "",
            "Let the class implement StreamJob again, as the starter did.");
  }

  static final class ForeignStream implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      StreamExecutionEnvironment own = StreamExecutionEnvironment.getExecutionEnvironment();
      return own.fromData(new PageCount(null, null, "/home", 1));
    }
  }

  @Test
  void returns_a_stream_of_another_environment() {
    assertThat(mishap(ForeignStream.class))
        .containsExactly(
            "Your code returned a stream that does not come from the events.",
            "",
            "Build on the stream that you are given; do not make an environment of your own.");
  }

  static final class SumsRecords implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Plays.count(views).keyBy(PageCount::page).sum("views");
    }
  }

  @Test
  void sums_a_field_of_records() {
    assertThat(mishap(SumsRecords.class))
        .contains(
            "sum, min and max write into a field of what they add up, and a record has none to"
                + " write.",
            "Use reduce, which returns a new record, or aggregate.");
  }

  static final class EmitsText implements StreamJob<ClickEvent, String> {
    @Override
    public DataStream<String> build(DataStream<ClickEvent> views) {
      return views.map(ClickEvent::page);
    }
  }

  @Test
  void emits_something_that_is_no_record() {
    assertThat(mishap(EmitsText.class))
        .containsExactly(
            "Your code emits String, which the lab cannot read.",
            "",
            "Emit the record that the starter names as its result.");
  }

  static final class EmitsNull implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Plays.count(views).map(count -> count.views() > 1 ? count : null);
    }
  }

  @Test
  void emits_null() {
    assertThat(mishap(EmitsNull.class))
        .containsExactly(
            "Your code emits null instead of a row.",
            "",
            "Emit a row, or nothing at all: filter(...) and flatMap(...) may leave rows out.");
  }

  static final class ThrowsInBuild implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 4 + here();

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      throw new UnsupportedOperationException("later");
    }
  }

  @Test
  void throws_while_it_builds() {
    assertThat(mishap(ThrowsInBuild.class))
        .containsExactly(
            "Your code threw UnsupportedOperationException: later", "", at(ThrowsInBuild.LINE));
  }

  static final class ThrowsInAFunction implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 4 + here();

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Plays.count(views.filter(view -> Integer.parseInt(view.page()) > 0));
    }
  }

  @Test
  void throws_while_it_runs() {
    assertThat(mishap(ThrowsInAFunction.class))
        .containsExactly(
            "Your code threw NumberFormatException: For input string: \"/home\"",
            "",
            at(ThrowsInAFunction.LINE));
  }

  static final class HoldsALock implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 5 + here();

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      Object lock = new Object();
      return Plays.count(views.filter(view -> !lock.equals(view)));
    }
  }

  @Test
  void holds_what_cannot_be_sent() {
    assertThat(mishap(HoldsALock.class))
        .containsExactly(
            "Your code threw NotSerializableException: java.lang.Object",
            "",
            at(HoldsALock.LINE),
            "",
            "Flink sends your functions to other machines, and this one holds what cannot be sent.",
            "Use a static class or a lambda that captures only values such as numbers and"
                + " strings.");
  }

  static final class NoTypeHint implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 5 + here();

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return views
          .map(view -> Tuple2.of(view.page(), 1L))
          .keyBy(pair -> pair.f0)
          .sum(1)
          .map(pair -> new PageCount(null, null, pair.f0, pair.f1));
    }
  }

  @Test
  void forgets_the_type_of_a_lambda() {
    assertThat(mishap(NoTypeHint.class))
        .hasSizeGreaterThan(5)
        .contains(at(NoTypeHint.LINE))
        .endsWith(
            "",
            "Flink cannot see the result type of a lambda, because Java erases it.",
            "Name it with .returns(...) after that call, or write the function as a class.")
        .first()
        .asString()
        .startsWith("Your code threw InvalidTypesException: ");
  }

  static final class Executes implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 5 + here();

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      try {
        views.executeAndCollect();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return Plays.count(views);
    }
  }

  @Test
  void runs_the_job_itself() {
    assertThat(mishap(Executes.class))
        .contains(at(Executes.LINE))
        .endsWith(
            "",
            "The lab runs your job when build(...) has returned.",
            "Leave out execute() and executeAndCollect(), and return the stream.");
  }

  static final class AsksForABatch implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      views.getExecutionEnvironment().setRuntimeMode(RuntimeExecutionMode.BATCH);
      return Plays.count(views);
    }
  }

  @Test
  void asks_for_a_batch() {
    assertThat(mishap(AsksForABatch.class))
        .first()
        .asString()
        .isEqualTo("Your code asks for the runtime mode BATCH.");
  }

  static final class OutOfMemory implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 4 + here();

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Plays.count(views.filter(view -> new long[Integer.MAX_VALUE].length > 0));
    }
  }

  static final class Recursion implements StreamJob<ClickEvent, PageCount> {
    static final int LINE = 3 + here();

    private static int depth(int depth) {
      return depth(depth + 1) + 1;
    }

    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Plays.count(views.filter(view -> depth(0) > 0));
    }
  }

  static final class OwnError implements StreamJob<ClickEvent, PageCount> {
    @Override
    public DataStream<PageCount> build(DataStream<ClickEvent> views) {
      return Plays.count(
          views.filter(
              view -> {
                throw new AssertionError("must not happen");
              }));
    }
  }

  @Test
  void throws_an_error_and_the_next_play_works() {
    assertThat(mishap(OutOfMemory.class))
        .startsWith(
            "Your code threw OutOfMemoryError: Requested array size exceeds VM limit",
            "",
            at(OutOfMemory.LINE),
            "",
            "The memory of the JVM is full.");
    assertThat(mishap(Recursion.class))
        .startsWith(
            "Your code threw StackOverflowError.",
            "",
            at(Recursion.LINE),
            "",
            "A method calls itself without end: look for the case in which it has to stop.");
    assertThat(mishap(OwnError.class))
        .startsWith("Your code threw AssertionError: must not happen");
    assertThat(mishap(ReturnsNull.class)).hasSize(3);
  }
}
