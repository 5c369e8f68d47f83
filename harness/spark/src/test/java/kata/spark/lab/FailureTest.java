package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.harness.transcript.Transcript;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsWithStateFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  /** The step that ends at 12:15 fails. */
  private static final Scenario<ClickEvent> VIEWS =
      ClickStory.named("views", "Views before and after a failure, and one that is late.")
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

  private static final Map<String, Long> STATIC = new ConcurrentHashMap<>();

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

  /** Says after each micro-batch how many views a page has had, as one of two things knows it. */
  private static StreamQuery numbered(MapGroupsWithStateFunction<String, Row, Long, Long> memory) {
    return new StreamQuery() {
      @Override
      public Dataset<Row> build(Dataset<Row> views) {
        return views
            .groupByKey((MapFunction<Row, String>) it -> it.getAs("page"), Encoders.STRING())
            .mapGroupsWithState(memory, Encoders.LONG(), Encoders.LONG())
            .toDF("number");
      }

      @Override
      public OutputMode outputMode() {
        return OutputMode.Update();
      }
    };
  }

  private static final StreamQuery STATE =
      numbered(
          (page, views, state) -> {
            long number = state.exists() ? state.get() : 0;
            while (views.hasNext()) {
              views.next();
              number++;
            }
            state.update(number);
            return number;
          });

  private static final StreamQuery STATIC_FIELD =
      numbered(
          (page, views, state) -> {
            views.forEachRemaining(view -> STATIC.merge(page, 1L, Long::sum));
            return STATIC.get(page);
          });

  @Test
  void windows_and_state_give_the_same_rows_once_a_micro_batch_has_failed() throws Exception {
    StreamQuery windows = Plays::count;

    assertThat(rows(ENGINE.playWithFailure(windows, VIEWS)))
        .isEqualTo(rows(ENGINE.play(windows, VIEWS)))
        .isNotEmpty();
    assertThat(rows(ENGINE.playWithFailure(STATE, VIEWS)))
        .isEqualTo(rows(ENGINE.play(STATE, VIEWS)))
        .contains("12:20{number=6}");
  }

  @Test
  void a_static_field_knows_twice_what_was_in_the_batch_that_failed() throws Exception {
    assertThat(rows(ENGINE.play(STATIC_FIELD, VIEWS))).contains("12:15{number=5}");
    STATIC.clear();
    assertThat(rows(ENGINE.playWithFailure(STATIC_FIELD, VIEWS)))
        .contains("12:15{number=8}", "12:20{number=9}");
  }
}
