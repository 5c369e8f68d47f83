package kata.harness.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final String FILE = "harness/core/src/main/resources/kata/catalogue.json";
  private static final String FIRST =
      """
      [
        {"id": "flink/tumbling/Views", "minutes": 20, "task": "Count."},
      """;

  private static void refuses(String json, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Catalogue.parse(json))
        .withMessageStartingWith(FILE + message);
  }

  @Test
  void lessons_stay_in_teaching_order() {
    Catalogue catalogue =
        Catalogue.parse(
            FIRST
                + """
                  {"id": "spark/tumbling/Views", "minutes": 20, "task": "Count."},
                  {"id": "flink/sliding/Views", "minutes": 15, "task": "Slide."}
                ]
                """);

    assertThat(catalogue.of("flink"))
        .extracting(Lesson::id)
        .containsExactly("flink/tumbling/Views", "flink/sliding/Views");
    assertThat(catalogue.byClassName("kata.flink.sliding.Views"))
        .contains(new Lesson("flink", "sliding", "Views", "Slide.", 15));
    assertThat(catalogue.byClassName("kata.flink.sliding.Other")).isEmpty();
  }

  @Test
  void a_lesson_may_state_its_events_its_reports_its_counterpart_and_what_differs() {
    Catalogue catalogue =
        Catalogue.parse(
            FIRST
                + """
                  {"id": "spark/tumbling/Views", "minutes": 20, "task": "Count.",
                   "events": "Reading", "reports": ["sums", "late"], "differs": {"late": "Because."}}
                ]
                """);
    Lesson flink = catalogue.of("flink").get(0);
    Lesson spark = catalogue.of("spark").get(0);

    assertThat(flink.events()).isEqualTo("ClickEvent");
    assertThat(flink.reports()).isEmpty();
    assertThat(flink.differs()).isEmpty();
    assertThat(spark.events()).isEqualTo("Reading");
    assertThat(spark.reports()).containsExactly("sums", "late");
    assertThat(spark.differs()).containsEntry("late", "Because.");
    assertThat(catalogue.counterpart(flink)).contains(spark);
    assertThat(catalogue.counterpart(spark)).contains(flink);
  }

  @Test
  void the_next_lesson_is_one_of_the_same_engine() {
    Lesson first = new Lesson("flink", "tumbling", "Views", "Count.", 1);
    Lesson other = new Lesson("spark", "tumbling", "Views", "Count.", 1);
    Lesson second = new Lesson("flink", "late", "Rows", "Count.", 1);
    Catalogue catalogue = new Catalogue(List.of(first, other, second));

    assertThat(catalogue.after(first)).contains(second);
    assertThat(catalogue.after(second)).isEmpty();
  }

  @Test
  void a_malformed_line_is_named() {
    refuses(FIRST + "  {\"id\" \"x\"}\n]", ", line 3: Unexpected character");
  }

  @Test
  void an_id_has_three_parts() {
    String rest = "\", \"minutes\": 1, \"task\": \"t\"}\n]";

    refuses(
        FIRST + "  {\"id\": \"flink/Views" + rest,
        ", line 3: The lesson id \"flink/Views\" is not engine/topic/Name,"
            + " as in flink/tumbling/PageViewsPerWindow.");
    refuses(FIRST + "  {\"id\": \"flink//Views" + rest, ", line 3: The lesson id \"flink//Views\"");
  }

  @Test
  void a_missing_or_unknown_field_is_named() {
    refuses(
        FIRST + "  {\"id\": \"a/b/C\", \"task\": \"t\"}\n]",
        ", line 3: Missing required creator property 'minutes'");
    refuses(
        FIRST + "  {\"id\": \"a/b/C\", \"task\": \"t\", \"minutes\": 1, \"hints\": 2}\n]",
        ", line 3: Unrecognized field \"hints\"");
  }

  @Test
  void a_lesson_is_listed_once() {
    refuses(
        FIRST + FIRST.lines().skip(1).findFirst().orElseThrow().replace("},", "}") + "]",
        " lists flink/tumbling/Views twice. Remove one of the two lines.");
  }

  @Test
  void there_is_a_lesson() {
    refuses("[]", " lists no lesson.");
    refuses("null", " lists no lesson.");
    refuses("", ", line 1: No content");
  }
}
