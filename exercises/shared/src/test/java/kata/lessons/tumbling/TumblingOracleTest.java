package kata.lessons.tumbling;

import static kata.datasets.scenarios.TumblingScenarios.LATE;
import static kata.datasets.scenarios.TumblingScenarios.TIE;
import static kata.datasets.scenarios.TumblingScenarios.TRAFFIC;
import static kata.datasets.scenarios.TumblingScenarios.TWO_SPEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import kata.harness.verdict.Table;
import org.junit.jupiter.api.Test;

class TumblingOracleTest {

  @Test
  void counts_each_page_where_its_views_happened() {
    assertThat(TumblingOracle.pageViewsPerWindow(TWO_SPEEDS))
        .isEqualTo(
            Table.parse(
                """
                at     | window          page    | views
                12:05  | 12:00 .. 12:05  /home   | 1
                12:05  | 12:00 .. 12:05  /legal  | 2
                12:15  | 12:05 .. 12:10  /home   | 2
                12:15  | 12:05 .. 12:10  /legal  | 1
                12:15  | 12:10 .. 12:15  /home   | 2
                """));
  }

  @Test
  void leaves_out_what_comes_after_its_window() {
    assertThat(TumblingOracle.pageViewsPerWindow(LATE))
        .isEqualTo(
            Table.parse(
                """
                at     | window          page   | views
                12:05  | 12:00 .. 12:05  /home  | 2
                12:10  | 12:05 .. 12:10  /home  | 1
                """));
  }

  @Test
  void prefers_the_page_that_sorts_first() {
    assertThat(TumblingOracle.busiestPage(TIE))
        .isEqualTo(
            Table.parse(
                """
                at     | window          | page    views
                12:05  | 12:00 .. 12:05  | /cart   2
                12:10  | 12:05 .. 12:10  | /about  1
                """));
  }

  @Test
  void finds_something_to_count_in_generated_traffic() {
    assertThat(TumblingOracle.pageViewsPerWindow(TRAFFIC).emissions()).hasSizeGreaterThan(30);
    assertThat(TumblingOracle.busiestPage(TRAFFIC).emissions()).hasSize(7);
  }
}
