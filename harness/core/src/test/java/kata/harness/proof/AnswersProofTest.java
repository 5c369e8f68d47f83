package kata.harness.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersProofTest {

  private static final String ROOT = "kata.root";
  private static final String SOLVED = "fake/tumbling/Lessons$Solved: ";
  private static final String BEGUN = "fake/tumbling/Lessons$Begun: ";

  private final String before = System.getProperty(ROOT);
  private final String thoroughBefore = System.getProperty(AnswersProof.THOROUGH);
  private final Lesson solved =
      Catalogue.load().byClassName("kata.fake.tumbling.Lessons$Solved").orElseThrow();

  @TempDir private Path root;

  @BeforeEach
  void work_in_a_folder_of_its_own() {
    System.clearProperty(AnswersProof.UPDATE);
    System.setProperty(ROOT, root.toString());
    System.clearProperty(AnswersProof.THOROUGH);
  }

  @AfterEach
  void restore() {
    System.clearProperty(AnswersProof.UPDATE);
    restore(ROOT, before);
    restore(AnswersProof.THOROUGH, thoroughBefore);
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private void store(byte[] known) throws IOException {
    Path file = root.resolve(solved.diagnosesFile());
    Files.createDirectories(file.getParent());
    Files.write(file, known);
  }

  private static Map<String, String> prove() {
    return prove("fake");
  }

  private static Map<String, String> prove(String engine) {
    try (AnswersProof proof = new AnswersProof(engine, "tumbling")) {
      return Dynamic.run(proof.tests());
    }
  }

  private byte[] known() throws IOException {
    try (InputStream in =
        getClass().getClassLoader().getResourceAsStream(solved.diagnosesResource())) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void a_lesson_with_a_reference_two_other_answers_and_named_mistakes_is_proved(String thorough)
      throws IOException {
    System.setProperty(AnswersProof.THOROUGH, thorough);
    store(known());

    assertThat(prove())
        .containsEntry(SOLVED + "the reference is green", Dynamic.PASSED)
        .containsEntry(SOLVED + "there are other right answers", Dynamic.PASSED)
        .containsEntry(SOLVED + "InTheSameWay is green", Dynamic.PASSED)
        .containsEntry(SOLVED + "OneByOne is green", Dynamic.PASSED)
        .containsEntry(SOLVED + "the known mistakes are up to date", Dynamic.PASSED)
        .containsEntry(SOLVED + "FromOne is red and named", Dynamic.PASSED)
        .containsEntry(SOLVED + "Throws is red and named", Dynamic.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void words_of_a_mistake_that_have_changed_fail(String thorough) throws IOException {
    System.setProperty(AnswersProof.THOROUGH, thorough);
    store(new String(known(), UTF_8).replace("One too many.", "Some too many.").getBytes(UTF_8));

    assertThat(prove().get(SOLVED + "the known mistakes are up to date"))
        .contains("is not what the misconceptions emit today");
  }

  @Test
  void the_known_mistakes_are_written_on_demand() throws IOException {
    System.setProperty(AnswersProof.UPDATE, "true");

    assertThat(prove()).containsEntry(SOLVED + "the known mistakes are up to date", Dynamic.PASSED);
    assertThat(root.resolve(solved.diagnosesFile())).hasBinaryContent(known());
  }

  @Test
  void the_known_mistakes_of_a_scenario_that_was_renamed_are_written_anew() throws IOException {
    System.setProperty(AnswersProof.UPDATE, "true");

    assertThat(prove("renamed").values()).containsOnly(Dynamic.PASSED);
    assertThat(
            root.resolve(
                "exercises/renamed/src/test/resources/kata/diagnoses/renamed/tumbling/Lessons$Counted/known.json"))
        .content()
        .contains("\"gap\"")
        .doesNotContain("the name that the gap had");
  }

  @Test
  void known_mistakes_that_are_missing_or_old_fail() {
    assertThat(prove().get(SOLVED + "the known mistakes are up to date"))
        .isEqualTo(
            "fake/tumbling/Lessons$Solved:"
                + " exercises/fake/src/test/resources/kata/diagnoses/fake/tumbling/Lessons$Solved/known.json"
                + " is not what the misconceptions emit today. Run: mvn verify -Dkata.update=true,"
                + " look at the change, run again without.");
  }

  @Test
  void whatever_is_wrong_with_the_answers_to_a_lesson_fails() {
    System.setProperty(AnswersProof.THOROUGH, "true");
    Map<String, String> said = prove();

    assertThat(said.get(BEGUN + "the reference is green"))
        .startsWith(
            "fake/tumbling/Lessons$Begun: the answer is right, and the test says: 1 green, 0"
                + " skipped");
    assertThat(said.get(BEGUN + "there are other right answers"))
        .isEqualTo(
            "fake/tumbling/Lessons$Begun: keep at least 2 in"
                + " kata.fake.tumbling.Lessons$BegunAlternatives");
    assertThat(said.get(BEGUN + "Wrong is green")).contains("0 green, 0 skipped");
    assertThat(said.get(BEGUN + "Right is red and named"))
        .startsWith("fake/tumbling/Lessons$Begun: the answer is wrong, and the test says: 2 green");
    assertThat(said.get(BEGUN + "TwoMore is red and named"))
        .startsWith("fake/tumbling/Lessons$Begun: TwoMore is taken for something unknown:");
    assertThat(said.get(BEGUN + "the known mistakes are up to date"))
        .isEqualTo(
            "fake/tumbling/Lessons$Begun: TwoMore and TwoMoreAgain give the same rows in every"
                + " scenario. Add a scenario that tells them apart, or declare sameAs.");
  }

  @Test
  void a_mistake_that_gives_another_result_than_the_known_one_fails() {
    assertThat(prove().get(BEGUN + "TwoMore is red and named"))
        .startsWith(
            "fake/tumbling/Lessons$Begun: TwoMore does not give the result that is known of it:");
  }
}
