package kata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTimeTest {

  @ParameterizedTest
  @CsvSource({
    "12:05, 2024-03-04T12:05:00Z",
    "00:00, 2024-03-04T00:00:00Z",
    "12:04:59, 2024-03-04T12:04:59Z",
    "12:04:59.999, 2024-03-04T12:04:59.999Z",
    "2024-03-05 00:10, 2024-03-05T00:10:00Z",
    "2024-02-29 23:59:59.001, 2024-02-29T23:59:59.001Z"
  })
  void readsAndWritesTheTimesOfAStory(String text, Instant moment) {
    assertThat(StoryTime.parse(text)).isEqualTo(moment);
    assertThat(StoryTime.format(moment)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "noon", "12:5", "12", "24:00", "12:60", "12:05.5", "12:05:00.1234", "12:05 "})
  void refusesWhatIsNotATime(String text) {
    assertThatThrownBy(() -> StoryTime.parse(text))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "\"%s\" is not a time of a story. Write it as 12:05, 12:04:59 or 12:04:59.999 (UTC).",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30 00:10", "2024-03-05", "2024-03-05  00:10", "4.3. 12:05"})
  void refusesADateThatDoesNotExist(String text) {
    assertThatThrownBy(() -> StoryTime.parse(text))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("\"" + text + "\" is not a time of a story.");
  }
}
