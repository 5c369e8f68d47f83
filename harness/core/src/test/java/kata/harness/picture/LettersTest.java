package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

  @Test
  void a_text_that_is_too_wide_ends_in_dots() {
    String text = Letters.clip("a very long page", 10, Letters.width("a very", 10));

    assertThat(text).isEqualTo("a ver\u2026");
  }

  @Test
  void a_text_that_fits_is_left_alone_but_put_on_one_line() {
    assertThat(Letters.clip(" one\n\ttwo ", 10, 1000)).isEqualTo("one two");
  }

  @Test
  void a_letter_of_two_columns_counts_twice_and_is_not_cut_in_half() {
    assertThat(Letters.width("\u65E5\uD83D\uDE00", 10)).isEqualTo(Letters.width("four", 10));
    assertThat(Letters.clip("\uD83D\uDE00\uD83D\uDE00", 10, Letters.width("abc", 10)))
        .isEqualTo("\uD83D\uDE00\u2026");
  }

  @Test
  void a_sentence_is_broken_between_words() {
    assertThat(Letters.wrap("one two three", 10, Letters.width("one two", 10)))
        .containsExactly("one two", "three");
  }
}
