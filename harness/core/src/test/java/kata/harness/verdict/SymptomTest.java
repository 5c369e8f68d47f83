package kata.harness.verdict;

import static kata.harness.verdict.Stories.EXPECTED;
import static kata.harness.verdict.Stories.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import kata.harness.transcript.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymptomTest {

  private static final String HEAD = "at | window  page | views\n";

  private static Symptom of(Table expected, String rows) {
    String lines = rows.replace("; ", "\n");
    return Symptom.of(new Comparison(expected, transcript(HEAD + lines)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          12:05 | 12:00 .. 12:05  /home | 2                                        > 1 row is missing.
          12:05 | 12:00 .. 12:05  /home | 2; 12:10 | 12:05 .. 12:10  /home | 9     > 1 row is different from what the task asks for.
          12:05 | 12:00 .. 12:05  /home | 2; 12:10 | 12:05 .. 12:10  /home | 1; 12:10 | 12:05 .. 12:10  /cart | 1 > 1 row is too many.
          12:10 | 12:05 .. 12:10  /cart | 1; 12:10 | 12:05 .. 12:10  /cart | 2     > 12:05 .. 12:10 /cart came out 2 times, and should not come out.
          end   | 12:00 .. 12:05  /home | 2; end   | 12:05 .. 12:10  /home | 1     > Every row came out only because the input ended.
          12:10 | 12:00 .. 12:10  /home | 3                                        > Your windows are 10m long; the task asks for 5m.
          12:05 | 12:00 .. 12:04:59.999  /home | 2                                 > Your windows are 4m59.999s long; the task asks for 5m.
          12:06 | 12:01 .. 12:06  /home | 3                                        > None of your windows lies where an expected one lies.
          end   | 1970-01-20 18:00 .. 1970-01-20 18:05  /home | 3                  > The windows lie in the year 1970.
          end   | +56146-10-22 12:00 .. +56146-10-22 12:05  /home | 3              > The windows lie in the year 56146.
          """)
  void says_what_is_seen_in_the_result(String rows, String headline) {
    assertThat(of(EXPECTED, rows).headline()).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          end | 12:00 .. 12:05  /home | 3 > 1 row is different from what the task asks for.
          """)
  void rows_at_the_end_are_no_symptom_where_the_task_asks_for_them(String rows, String headline) {
    Table atTheEnd = Table.parse(HEAD + "end | 12:00 .. 12:05  /home | 2");

    assertThat(of(atTheEnd, rows).headline()).isEqualTo(headline);
  }

  @Test
  void rows_that_change_earlier_ones_are_seen_as_such() {
    Transcript updates =
        transcript(
            """
            at     | window          page   | change  views
            12:05  | 12:00 .. 12:05  /home  | -U      1
            12:05  | 12:00 .. 12:05  /home  | +U      2
            """);
    Comparison comparison = new Comparison(EXPECTED, updates);

    assertThat(Symptom.of(comparison).headline())
        .isEqualTo("Rows came out that change earlier ones: -U takes one back, +U replaces it.");
    assertThat(comparison.differences().get(0).gotText()).isEqualTo("-U 1, +U 2");
  }
}
