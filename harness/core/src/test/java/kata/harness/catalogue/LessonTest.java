package kata.harness.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LessonTest {

  private final Lesson lesson =
      Lesson.read("flink/tumbling/BusiestPage", "Find it.", 25, null, null, null, null);

  @Test
  void three_names_lead_to_everything_that_belongs_to_it() {
    assertThat(lesson.id()).isEqualTo("flink/tumbling/BusiestPage");
    assertThat(lesson.className()).isEqualTo("kata.flink.tumbling.BusiestPage");
    assertThat(lesson.testClassName()).isEqualTo("kata.flink.tumbling.BusiestPageTest");
    assertThat(lesson.misconceptionsClassName())
        .isEqualTo("kata.flink.tumbling.BusiestPageMisconceptions");
    assertThat(lesson.alternativesClassName())
        .isEqualTo("kata.flink.tumbling.BusiestPageAlternatives");
    assertThat(lesson.starterFile())
        .isEqualTo("exercises/flink/src/main/java/kata/flink/tumbling/BusiestPage.java");
    assertThat(lesson.referenceFile())
        .isEqualTo("solutions/flink/src/main/java/kata/flink/tumbling/BusiestPage.java");
    assertThat(lesson.testFile())
        .isEqualTo("exercises/flink/src/test/java/kata/flink/tumbling/BusiestPageTest.java");
    assertThat(lesson.diagnosesFile())
        .isEqualTo(
            "exercises/flink/src/test/resources/kata/diagnoses/flink/tumbling/BusiestPage/known.json");
    assertThat(lesson.page()).isEqualTo("docs/lessons/tumbling.md");
    assertThat(lesson.hints()).isEqualTo("Hints: BusiestPage");
    assertThat(lesson.command()).isEqualTo("mvn -q test -Dflink=tumbling/BusiestPage");
  }

  @Test
  void a_topic_with_large_dependencies_has_modules_of_its_own() {
    Lesson sql = Lesson.read("flink/sql/TopPages", "Rank them.", 30, "flink-sql", null, null, null);

    assertThat(lesson.module()).isEqualTo("flink");
    assertThat(sql.module()).isEqualTo("flink-sql");
    assertThat(sql.starterFile())
        .isEqualTo("exercises/flink-sql/src/main/java/kata/flink/sql/TopPages.java");
    assertThat(sql.diagnosesFile())
        .isEqualTo(
            "exercises/flink-sql/src/test/resources/kata/diagnoses/flink/sql/TopPages/known.json");
    assertThat(sql.command()).isEqualTo("mvn -q test -Dflink=sql/TopPages");
  }
}
