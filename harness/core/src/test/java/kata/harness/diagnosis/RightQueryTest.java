package kata.harness.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RightQueryTest {

  private static final RightQuery RIGHT = new RightQuery("SELECT page FROM clicks GROUP BY page");

  @Test
  void replacesWordsWhereverTheyStand() {
    assertThat(RIGHT.but("page", "user_id", "clicks", "views"))
        .isEqualTo("SELECT user_id FROM views GROUP BY user_id");
  }

  @Test
  void refusesWordsThatTheQueryDoesNotHave() {
    assertThatThrownBy(() -> RIGHT.but("DISTINCT", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The query has no \"DISTINCT\".");
  }
}
