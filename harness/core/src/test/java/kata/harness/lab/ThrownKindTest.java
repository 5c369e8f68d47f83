package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThrownKindTest {

  private static String kind(String message) {
    return ThrownKind.of(new IllegalStateException(message), List.of());
  }

  @Test
  void one_class_of_exception_has_as_many_kinds_as_messages() {
    assertThat(kind("Update output mode not supported for session window on DataFrames;"))
        .isEqualTo(
            "java.lang.IllegalStateException Update output mode not supported for session window on"
                + " DataFrames;")
        .isNotEqualTo(kind("Global aggregation with session window is not supported."));
  }

  @Test
  void what_is_quoted_or_in_brackets_may_be_the_learners_own() {
    assertThat(
            kind("Table sink 'a.totals' doesn't take changes of node Group(by=[a, f(b)], c=[d])"))
        .isEqualTo(kind("Table sink 'b.sums' doesn't take changes of node Group(by=[e])"))
        .isEqualTo("java.lang.IllegalStateException Table sink take changes of node");
    assertThat(kind("Cannot invoke \"Views.get(int)\" because `x` and x1 and a.b.C are null"))
        .isEqualTo("java.lang.IllegalStateException Cannot invoke because and and are null");
  }

  @Test
  void an_error_class_is_a_kind_whatever_its_message_says_of_the_learners_values() {
    assertThat(
            kind("[CANNOT_PARSE_JSON_FIELD] Cannot parse the field name amount and the value 5.5"))
        .isEqualTo(kind("[CANNOT_PARSE_JSON_FIELD] Cannot parse the field name amount and much"))
        .isEqualTo("java.lang.IllegalStateException CANNOT_PARSE_JSON_FIELD");
    assertThat(kind("[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column `pge` cannot be resolved."))
        .isEqualTo("java.lang.IllegalStateException UNRESOLVED_COLUMN.WITH_SUGGESTION");
  }

  @Test
  void only_the_beginning_of_the_first_line_counts() {
    assertThat(kind("no\nplan of /tmp/x")).isEqualTo(kind("no"));
    assertThat(kind("a b c d e f g h i j k l m")).isEqualTo(kind("a b c d e f g h i j k l n"));
  }

  @Test
  void an_exception_without_a_message_is_of_the_kind_of_its_class() {
    assertThat(kind(null)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void an_explanation_takes_the_place_of_the_message() {
    assertThat(ThrownKind.of(new IllegalStateException("1"), List.of("Why.", "What to do.")))
        .isEqualTo(ThrownKind.of(new IllegalStateException("two"), List.of("Why.", "What to do.")))
        .isEqualTo("java.lang.IllegalStateException Why. What to do.");
  }
}
