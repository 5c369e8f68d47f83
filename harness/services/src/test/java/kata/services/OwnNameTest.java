package kata.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNameTest {

  @ParameterizedTest
  @CsvSource({
    "lateViews, late-views",
    "PageViews per window(), page-views-per-window",
    "5 minutes, minutes",
    "-, kata"
  })
  void beginsWithWhatItIsAbout(String about, String start) {
    assertThat(OwnName.of(about).dashed()).matches(start + "-[0-9a-f]{8}");
    assertThat(OwnName.of(about).underscored()).matches(start.replace('-', '_') + "_[0-9a-f]{8}");
  }

  @Test
  void isNeverGivenTwice() {
    assertThat(OwnName.of("views")).isNotEqualTo(OwnName.of("views"));
  }

  @Test
  void isShortEnoughForABucketAndASchema() {
    assertThat(OwnName.of("x".repeat(500)).dashed()).hasSizeLessThanOrEqualTo(63);
  }
}
