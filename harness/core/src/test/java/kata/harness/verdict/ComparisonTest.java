package kata.harness.verdict;

import static kata.harness.verdict.Stories.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String HEAD = "at | page | views\n";

  private static List<Difference> differences(String expected, String got) {
    return new Comparison(Table.parse(HEAD + expected), transcript(HEAD + got)).differences();
  }

  @Test
  void the_same_rows_in_another_order_do_not_differ() {
    assertThat(
            differences(
                "12:05 | /a | 1\n12:05 | /b | 2\n12:10 | /a | 3",
                "12:05 | /b | 2\n12:05 | /a | 1\n12:10 | /a | 3"))
        .isEmpty();
  }

  @Test
  void the_order_of_one_key_matters() {
    assertThat(differences("12:05 | /a | 1\n12:05 | /a | 2", "12:05 | /a | 2\n12:05 | /a | 1"))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.expectedText()).isEqualTo("1, 2");
              assertThat(difference.gotText()).isEqualTo("2, 1");
              assertThat(difference.onlyInTime()).isFalse();
              assertThat(difference.onlyInOrder()).isTrue();
            });
  }

  @Test
  void one_of_several_equal_values_is_no_matter_of_order() {
    assertThat(
            differences(
                "12:05 | /a | 1\n12:05 | /a | 1\n12:05 | /a | 2",
                "12:05 | /a | 1\n12:05 | /a | 2\n12:05 | /a | 2"))
        .singleElement()
        .satisfies(difference -> assertThat(difference.onlyInOrder()).isFalse());
  }

  @Test
  void a_row_at_another_watermark_differs_in_time_only() {
    assertThat(differences("12:05 | /a | 1", "end | /a | 1"))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.expectedText()).isEqualTo("1 at 12:05");
              assertThat(difference.gotText()).isEqualTo("1 at end");
              assertThat(difference.onlyInTime()).isTrue();
            });
  }

  @Test
  void expected_keys_come_first_in_the_order_of_the_table() {
    assertThat(differences("12:05 | /z | 1\n12:05 | /a | 1", "12:05 | /m | 1"))
        .extracting(Difference::key)
        .containsExactly(List.of("/z"), List.of("/a"), List.of("/m"));
  }

  @Test
  void columns_that_the_task_does_not_ask_for_do_not_differ() {
    Table expected = Table.parse("at | page | views\n12:05 | /a | 1");

    assertThat(
            new Comparison(expected, transcript("at | page | views  user\n12:05 | /a | 1  ann"))
                .differences())
        .isEmpty();
  }
}
