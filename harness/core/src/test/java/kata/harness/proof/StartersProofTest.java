package kata.harness.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartersProofTest {

  private static final String LESSONS = "fake/tumbling/Lessons$";

  @BeforeEach
  @AfterEach
  void relax() {
    System.clearProperty(StartersProof.STRICT);
  }

  @Test
  void a_learner_may_have_touched_the_starters_and_is_told_how_far_it_went() {
    try (StartersProof proof = new StartersProof("fake")) {
      assertThat(proof.progress()).isEmpty();

      assertThat(Dynamic.run(proof.tests()))
          .isEqualTo(
              Map.of(
                  LESSONS + "Untouched", Dynamic.PASSED,
                  LESSONS + "Solved", Dynamic.PASSED,
                  LESSONS + "Begun", Dynamic.PASSED));
      assertThat(proof.progress().lines())
          .containsExactly(
              "",
              "fake/tumbling/Lessons$Begun                   begun, not green yet",
              "fake/tumbling/Lessons$Solved                  solved");
    }
  }

  @Test
  void the_workbook_as_it_is_published_has_untouched_starters_only() {
    System.setProperty(StartersProof.STRICT, "true");
    try (StartersProof proof = new StartersProof("fake")) {
      Map<String, String> said = Dynamic.run(proof.tests());

      assertThat(said.get(LESSONS + "Untouched")).isEqualTo(Dynamic.PASSED);
      assertThat(said.get(LESSONS + "Solved"))
          .startsWith(
              "exercises/fake/src/main/java/kata/fake/tumbling/Lessons$Solved.java is not an"
                  + " untouched starter; -Dkata.strict demands one. 2 green, 0 skipped");
      assertThat(said.get(LESSONS + "Begun")).contains("RED   fake/tumbling");
    }
  }

  @Test
  void a_test_that_gives_no_verdict_fails() {
    try (StartersProof proof = new StartersProof("broken")) {
      assertThat(Dynamic.run(proof.tests()).get("broken/tumbling/Lessons$Broken"))
          .startsWith("broken/tumbling/Lessons$Broken: the test of the starter gives no verdict: ")
          .endsWith("The machine has no room left. Free some.");
    }
  }
}
