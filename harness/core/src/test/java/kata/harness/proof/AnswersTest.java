package kata.harness.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Misconception;
import org.junit.jupiter.api.Test;

class AnswersTest {

  /** Holds right answers, and helpers that are none. */
  public static final class CarefulAlternatives {
    public static final class Second {}

    public static final class First {}

    static final class Helper {}
  }

  /** Holds wrong answers. */
  public static final class CarefulMisconceptions {
    @Misconception(headline = "h", when = "w", rule = "r")
    public static final class Wrong {}
  }

  /** Holds a wrong answer that explains nothing. */
  public static final class CarelessMisconceptions {
    public static final class Silent {}
  }

  private static Lesson lesson(String name) {
    return new Lesson("harness", "proof", "AnswersTest$" + name, "Task.", 1);
  }

  @Test
  void public_nested_classes_are_answers_in_the_order_of_their_names() {
    Answers answers = Answers.of(lesson("Careful"));

    assertThat(answers.alternatives())
        .containsExactly(CarefulAlternatives.First.class, CarefulAlternatives.Second.class);
    assertThat(answers.misconceptions()).containsExactly(CarefulMisconceptions.Wrong.class);
  }

  @Test
  void a_misconception_says_what_it_is() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Answers.of(lesson("Careless")))
        .withMessage(
            CarelessMisconceptions.Silent.class.getName()
                + " has no @Misconception, so that nothing could be said of it.");
  }

  @Test
  void a_lesson_without_wrong_answers_is_told_where_to_write_them() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Answers.of(lesson("New")))
        .withMessage(
            "harness/proof/AnswersTest$New: the class kata.harness.proof.AnswersTest$New"
                + "Misconceptions is missing. Write it beside"
                + " solutions/harness/src/main/java/kata/harness/proof/AnswersTest$New.java.");
  }
}
