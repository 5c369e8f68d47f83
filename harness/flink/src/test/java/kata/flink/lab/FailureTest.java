package kata.flink.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.PageCount;
import kata.datasets.Scenario;
import kata.datasets.scenarios.TumblingScenarios;
import kata.harness.transcript.Transcript;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final FlinkEngine ENGINE = new FlinkEngine();

  /** The failure comes after 12:15, and the checkpoint before that after 12:05. */
  private static final Scenario<ClickEvent> VIEWS =
      ClickStory.named("views", "Views before and after a checkpoint, and one that is late.")
          .view("12:01", "/home")
          .view("12:06", "/home")
          .watermark("12:05")
          .lateView("12:02", "/home")
          .view("12:07", "/home")
          .view("12:11", "/home")
          .watermark("12:15")
          .view("12:16", "/home")
          .watermark("12:20")
          .done();

  private static final Map<String, Integer> STATIC = new HashMap<>();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  @BeforeEach
  void forget() {
    STATIC.clear();
  }

  private static String rows(Transcript transcript) {
    StringBuilder rows = new StringBuilder();
    transcript
        .emissions()
        .forEach(it -> rows.append(it.at()).append(it.row().cells()).append('\n'));
    return rows.toString();
  }

  /** Which view of its page it is. */
  record Numbered(String page, int number) {}

  /** Says of each view how many there have been of its page, as one of three things knows it. */
  private static final class Numbering extends KeyedProcessFunction<String, ClickEvent, Numbered> {

    private final String memory;
    private final Map<String, Integer> field = new HashMap<>();
    private transient ValueState<Integer> state;

    Numbering(String memory) {
      this.memory = memory;
    }

    @Override
    public void open(OpenContext context) {
      state = getRuntimeContext().getState(new ValueStateDescriptor<>("n", Integer.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<Numbered> out)
        throws Exception {
      int number =
          switch (memory) {
            case "field" -> field.merge(view.page(), 1, Integer::sum);
            case "static" -> STATIC.merge(view.page(), 1, Integer::sum);
            default -> state.value() == null ? 1 : state.value() + 1;
          };
      state.update(number);
      out.collect(new Numbered(view.page(), number));
    }
  }

  private static StreamJob<ClickEvent, Numbered> numbered(String memory) {
    return views -> views.keyBy(ClickEvent::page).process(new Numbering(memory));
  }

  @Test
  void windows_and_state_give_the_same_rows_once_the_job_has_failed() throws Exception {
    StreamJob<ClickEvent, PageCount> windows = Plays::count;

    assertThat(rows(ENGINE.playWithFailure(windows, VIEWS)))
        .isEqualTo(rows(ENGINE.play(windows, VIEWS)))
        .isNotEmpty();
    assertThat(rows(ENGINE.playWithFailure(numbered("state"), VIEWS)))
        .isEqualTo(rows(ENGINE.play(numbered("state"), VIEWS)))
        .contains("12:20{page=/home, number=6}");
  }

  @Test
  void a_job_on_several_threads_gives_the_same_rows_once_it_has_failed() throws Exception {
    StreamJob<ClickEvent, PageCount> windows = Plays::countOnSeveralThreads;
    Scenario<ClickEvent> traffic = TumblingScenarios.TRAFFIC;
    for (int play = 0; play < 5; play++) {
      assertThat(ENGINE.playWithFailure(windows, traffic).fingerprint())
          .isEqualTo(ENGINE.play(windows, traffic).fingerprint());
    }
  }

  @Test
  void a_field_forgets_what_was_before_the_failure() throws Exception {
    assertThat(rows(ENGINE.play(numbered("field"), VIEWS))).contains("12:20{page=/home, number=6}");
    assertThat(rows(ENGINE.playWithFailure(numbered("field"), VIEWS)))
        .contains("12:15{page=/home, number=1}", "12:20{page=/home, number=4}");
  }

  @Test
  void a_static_field_knows_twice_what_was_after_the_checkpoint() throws Exception {
    assertThat(rows(ENGINE.playWithFailure(numbered("static"), VIEWS)))
        .contains("12:15{page=/home, number=6}", "12:20{page=/home, number=9}");
  }

  @Test
  void what_the_job_itself_throws_comes_out() {
    StreamJob<ClickEvent, ClickEvent> job =
        views ->
            views.map(
                view -> {
                  throw new IllegalArgumentException("mine");
                });

    assertThatThrownBy(() -> ENGINE.playWithFailure(job, VIEWS)).hasStackTraceContaining("mine");
  }

  private static final class RefusesCheckpoints
      extends KeyedProcessFunction<String, ClickEvent, ClickEvent> implements CheckpointedFunction {

    @Override
    public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out) {}

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      throw new UnsupportedOperationException("not me");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}
  }

  @Test
  void a_job_that_refuses_a_checkpoint_says_why() {
    StreamJob<ClickEvent, ClickEvent> job =
        views -> views.keyBy(ClickEvent::page).process(new RefusesCheckpoints());

    assertThatThrownBy(() -> ENGINE.playWithFailure(job, VIEWS)).hasStackTraceContaining("not me");
  }

  /** Keeps something of a package that is not open to Kryo. */
  private static final class KeepsChecksum
      extends KeyedProcessFunction<String, ClickEvent, ClickEvent> {

    private transient ValueState<CRC32> state;

    @Override
    public void open(OpenContext context) {
      state = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", CRC32.class));
    }

    @Override
    public void processElement(ClickEvent view, Context context, Collector<ClickEvent> out)
        throws Exception {
      state.update(new CRC32());
    }
  }

  @Test
  void state_that_cannot_be_written_is_named() {
    StreamJob<ClickEvent, ClickEvent> job =
        views -> views.keyBy(ClickEvent::page).process(new KeepsChecksum());

    assertThatThrownBy(() -> ENGINE.playWithFailure(job, VIEWS))
        .hasStackTraceContaining("java.util.zip.CRC32.crc");
  }

  @Test
  void a_long_story_fails_too() throws Exception {
    ClickStory story = ClickStory.named("long", "A view each minute.");
    for (int minute = 1; minute < 30; minute++) {
      story.view("12:%02d".formatted(minute), "/home").watermark("12:%02d".formatted(minute));
    }
    Scenario<ClickEvent> views = story.done();

    assertThat(rows(ENGINE.playWithFailure(numbered("state"), views)))
        .isEqualTo(rows(ENGINE.play(numbered("state"), views)));
    assertThat(rows(ENGINE.playWithFailure(numbered("field"), views)))
        .isNotEqualTo(rows(ENGINE.play(numbered("field"), views)));
  }
}
