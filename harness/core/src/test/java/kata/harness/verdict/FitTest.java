package kata.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void a_short_text_stays_as_it_is() {
    assertThat(Fit.clip("/home", 5)).isEqualTo("/home");
    assertThat(Fit.wrap("Nothing came out.")).containsExactly("  Nothing came out.");
  }

  @Test
  void a_cut_text_ends_in_three_dots() {
    assertThat(Fit.clip("/checkout", 8)).isEqualTo("/chec...");
  }

  @Test
  void a_line_end_in_a_cell_is_shown_and_does_not_break_the_line() {
    assertThat(Fit.clip("a\nb\r\nc\td", 20)).isEqualTo("a\\nb\\nc d");
  }

  @Test
  void a_line_is_filled_to_the_last_column() {
    String full = "x".repeat(48) + " " + "y".repeat(49);

    assertThat(Fit.wrap(full)).containsExactly("  " + full);
    assertThat(Fit.wrap(full + "y")).containsExactly("  " + "x".repeat(48), "  " + "y".repeat(50));
  }

  @Test
  void a_word_that_is_wider_than_the_line_is_cut() {
    assertThat(Fit.wrap("z".repeat(200))).containsExactly("  " + "z".repeat(95) + "...");
  }
}
