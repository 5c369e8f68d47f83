package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-04T12:04:59.999Z",
        "2024-12-31T00:00:00.000Z",
        "2024-02-29T23:10:01.001Z",
        "1969-12-31T23:59:59.010Z",
        "0001-01-01T09:00:10.100Z"
      })
  void hasThreeDigitsOfMilliseconds(String text) {
    assertThat(EventTimeText.format(Instant.parse(text))).isEqualTo(text);
    assertThat(EventTimeText.parse(text)).isEqualTo(Instant.parse(text));
  }

  @Test
  void cutsOffWhatIsFiner() {
    assertThat(EventTimeText.format(Instant.parse("2024-03-04T12:04:59.999999Z")))
        .isEqualTo("2024-03-04T12:04:59.999Z");
  }
}
