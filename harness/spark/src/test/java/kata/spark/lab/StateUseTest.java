package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.harness.lab.LearnerMistake;
import kata.harness.lab.StateUse;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsWithStateFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StateUseTest {

  private static final SparkEngine ENGINE = new SparkEngine();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static StateUse measure(StreamQuery query) throws Exception {
    return ENGINE.stateUse(query, Plays.STORY);
  }

  @Test
  void a_window_is_held_until_it_is_over() throws Exception {
    assertThat(measure(Plays::count)).isEqualTo(new StateUse(1, 1, "row"));
  }

  @Test
  void complete_mode_holds_every_window() throws Exception {
    StreamQuery query =
        new StreamQuery() {
          @Override
          public Dataset<Row> build(Dataset<Row> events) {
            return Plays.count(events);
          }

          @Override
          public OutputMode outputMode() {
            return OutputMode.Complete();
          }
        };

    assertThat(measure(query)).isEqualTo(new StateUse(2, 2, "row"));
  }

  @Test
  void a_timeout_of_processing_time_is_refused() {
    StreamQuery query =
        views ->
            views
                .groupByKey((MapFunction<Row, String>) it -> it.getAs("page"), Encoders.STRING())
                .mapGroupsWithState(
                    (MapGroupsWithStateFunction<String, Row, Long, String>)
                        (page, rows, state) -> page,
                    Encoders.LONG(),
                    Encoders.STRING(),
                    GroupStateTimeout.ProcessingTimeTimeout())
                .toDF();

    assertThatExceptionOfType(LearnerMistake.class)
        .isThrownBy(() -> measure(query))
        .withMessageContaining("clock");
  }

  @Test
  void a_query_without_state_holds_nothing() throws Exception {
    assertThat(measure(views -> views.select("page"))).isEqualTo(new StateUse(0, 0, "row"));
  }
}
