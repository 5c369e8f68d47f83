package kata.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void keys_start_at_the_left_and_values_end_at_the_right() {
    List<List<String>> rows = List.of(List.of("page", "views"), List.of("/home", "2"));

    assertThat(TextTable.of(rows, 100).lines(1))
        .containsExactly("  page   views", "  /home      2");
  }

  @Test
  void the_widest_cell_is_cut_so_that_every_column_stays_in_sight() {
    List<List<String>> rows =
        List.of(List.of("page", "expected", "got"), List.of("/" + "x".repeat(99), "12", "13"));

    assertThat(TextTable.of(rows, 40).lines(1))
        .containsExactly(
            "  page                     expected  got", "  /xxxxxxxxxxxxxxxxxxx...        12   13");
  }

  @Test
  void equally_wide_cells_share_what_room_there_is() {
    List<List<String>> rows = List.of(List.of("a".repeat(50), "b".repeat(50)));

    assertThat(TextTable.of(rows, 24).lines(2)).containsExactly("  aaaaaaa...  bbbbbbb...");
  }
}
