package kata.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import org.junit.jupiter.api.Test;

class TableTest {

  private static void refuses(String table, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Table.parse(table)).withMessage(message);
  }

  @Test
  void columns_are_set_apart_by_two_blanks_and_a_cell_may_hold_one() {
    Table table =
        Table.parse(
            """
            at     | window start  page  | page views

            12:05  | 12:00   /home page  | 2
            """);

    assertThat(table.keys()).containsExactly("window start", "page");
    assertThat(table.values()).containsExactly("page views");
    assertThat(table.columns()).containsExactly("window start", "page", "page views");
    assertThat(table.emissions())
        .containsExactly(
            new Emission(
                "12:05",
                new Row(Map.of("window start", "12:00", "page", "/home page", "page views", "2"))));
  }

  @Test
  void a_table_of_no_rows_expects_that_nothing_comes_out() {
    assertThat(Table.parse("at | page | views").emissions()).isEqualTo(List.of());
  }

  @Test
  void an_empty_text_is_no_table() {
    refuses(" \n ", "A table starts with a line such as: at | window | views");
  }

  @Test
  void the_first_line_has_three_parts() {
    refuses(
        "  at | window  views\n",
        "A table starts with three parts, the first of them \"at\": at | window  views");
    refuses(
        "when | window | views",
        "A table starts with three parts, the first of them \"at\": when | window | views");
  }

  @Test
  void each_column_has_a_name_of_its_own() {
    refuses("at |  | views", "Each column of a table needs a name of its own: at |  | views");
    refuses("at | page | page", "Each column of a table needs a name of its own: at | page | page");
  }

  @Test
  void every_line_has_the_columns_of_the_first() {
    refuses(
        "at | window  page | views\n12:05 | 12:00 .. 12:05 /home | 2",
        "A line of a table does not have the columns [[at], [window, page], [views]]:"
            + " 12:05 | 12:00 .. 12:05 /home | 2");
    refuses(
        "at | page | views\n12:05 | /home",
        "A line of a table does not have the columns [[at], [page], [views]]: 12:05 | /home");
  }
}
