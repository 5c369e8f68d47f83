package kata.harness.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import kata.datasets.StoryTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(StoryTime.parse("12:05"), "12:05"),
        Arguments.of(StoryTime.parse("12:04:59.999"), "12:04:59.999"),
        Arguments.of(Instant.parse("2024-03-05T00:10:00Z"), "2024-03-05 00:10"),
        Arguments.of(Instant.EPOCH, "1970-01-01 00:00"),
        Arguments.of(Instant.ofEpochSecond(1709553600000L), "+56143-08-07 00:00"),
        Arguments.of(3, "3"),
        Arguments.of(9_000_000_000L, "9000000000"),
        Arguments.of(2.5, "2.5"),
        Arguments.of(4.0, "4"),
        Arguments.of(0.0, "0"),
        Arguments.of(1.0 / 3, "0.3333"),
        Arguments.of(-0.00001, "0"),
        Arguments.of(0.1f, "0.1"),
        Arguments.of(1e12, "1000000000000"),
        Arguments.of(Double.NaN, "NaN"),
        Arguments.of(Double.NEGATIVE_INFINITY, "-Infinity"),
        Arguments.of(new BigDecimal("1.50"), "1.5"),
        Arguments.of(new BigDecimal("-3.333333"), "-3.3333"),
        Arguments.of(true, "true"),
        Arguments.of("/home", "/home"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_is_shown_as_a_learner_reads_it(Object value, String cell) {
    assertThat(Row.of(Map.of("value", value)).cells()).containsExactly(Map.entry("value", cell));
  }

  @Test
  void a_missing_value_is_shown_as_null() {
    assertThat(Row.of(Collections.singletonMap("page", null)).cells())
        .containsExactly(Map.entry("page", "null"));
  }

  @ParameterizedTest
  @CsvSource({
    "page, page",
    "eventTime, event time",
    "event_time, event time",
    "EVENT_TIME, event time",
    "top3Pages, top3 pages",
    "userURL, user url"
  })
  void a_column_is_named_in_words(String column, String words) {
    assertThat(Row.of(Map.of(column, 1)).cells()).containsOnlyKeys(words);
  }

  @Test
  void the_two_bounds_of_a_window_become_the_first_column() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("page", "/home");
    values.put("window_start", StoryTime.parse("23:55"));
    values.put("windowEnd", StoryTime.parse("2024-03-05 00:00"));

    assertThat(Row.of(values).cells())
        .containsExactly(
            Map.entry("window", "23:55 .. 2024-03-05 00:00"), Map.entry("page", "/home"));
  }

  @Test
  void one_bound_alone_stays_a_column() {
    assertThat(Row.of(Map.of("windowStart", StoryTime.parse("12:00"))).cells())
        .containsExactly(Map.entry("window start", "12:00"));
  }
}
