package kata.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRowTest {

  @Test
  void an_object_is_shown_by_its_fields() {
    String text =
        "{\"window_start\":\"2024-03-04T12:00:00Z\",\"window_end\":\"2024-03-04T12:05:00Z\","
            + "\"page\":\"/home\",\"views\":2,\"share\":0.50,\"note\":null,\"tags\":[1]}";

    assertThat(JsonRow.of(Map.of("key", "k"), text).cells())
        .isEqualTo(
            Map.of(
                "window", "12:00 .. 12:05",
                "key", "k",
                "page", "/home",
                "views", "2",
                "share", "0.5",
                "note", "null",
                "tags", "[1]"));
  }

  @Test
  void anything_else_is_shown_as_it_is() {
    assertThat(JsonRow.of(Map.of(), "{\"half").cells()).isEqualTo(Map.of("value", "{\"half"));
    assertThat(JsonRow.of(Map.of(), "{}{}").cells()).isEqualTo(Map.of("value", "{}{}"));
    assertThat(JsonRow.of(Map.of(), "[1]").cells()).isEqualTo(Map.of("value", "[1]"));
    assertThat(JsonRow.of(Map.of(), null).cells()).isEqualTo(Map.of("value", "null"));
    assertThat(JsonRow.of(Map.of(), "").cells()).isEqualTo(Map.of("value", ""));
  }

  @Test
  void an_empty_text_in_an_object_stays_empty() {
    assertThat(JsonRow.of(Map.of(), "{\"page\":\"\"}").cells()).isEqualTo(Map.of("page", ""));
  }

  @Test
  void a_text_that_could_be_taken_for_something_else_keeps_its_quotes() {
    for (String text : new String[] {"\"5\"", "\"-0.5\"", "\"true\"", "\"null\"", "\" tea\""}) {
      assertThat(JsonRow.of(Map.of(), "{\"said\":" + text + "}").cells())
          .isEqualTo(Map.of("said", text));
    }
    for (String text : new String[] {"5 teas", "tea", "{}", "o5"}) {
      assertThat(JsonRow.of(Map.of(), "{\"said\":\"" + text + "\"}").cells())
          .isEqualTo(Map.of("said", text));
    }
  }
}
