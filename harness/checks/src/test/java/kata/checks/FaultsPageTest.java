package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the stories are there of which the page about faults speaks. */
class FaultsPageTest {

  private static final Pattern FAULT =
      Pattern.compile("(?m)^\\| .* \\| `(?<topic>[a-z]+)/(?<lesson>\\w+)` \\| `(?<story>\\S+)` \\|$");
  private static final int KINDS = 12;

  static List<String[]> faults() {
    return FAULT
        .matcher(Workbook.ofThisBuild().text("docs/faults.md"))
        .results()
        .map(FaultsPageTest::parts)
        .toList();
  }

  private static String[] parts(MatchResult fault) {
    return new String[] {fault.group(1), fault.group(2), fault.group(3)};
  }

  @Test
  void thereAreManyKinds() {
    assertThat(faults()).hasSizeGreaterThanOrEqualTo(KINDS);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theStoryIsThere(String topic, String lesson, String story) {
    assertThat(Catalogue.load().lessons())
        .anyMatch(it -> it.id().endsWith("/" + topic + "/" + lesson));
    assertThatCode(() -> Scenarios.named(topic, story)).doesNotThrowAnyException();
  }
}
