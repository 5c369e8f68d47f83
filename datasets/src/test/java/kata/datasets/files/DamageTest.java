package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kata.datasets.Order;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;
import org.junit.jupiter.api.Test;

class DamageTest {

  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);
  private static final List<String> LINES =
      new OrderTraffic(42, TrafficSettings.defaults()).first(20_000).map(JSON::toLine).toList();

  @Test
  void spoilsTheStatedShareOfLinesInThreeWays() {
    Damage damage = new Damage(0.03, 7);
    List<String> mistakes = new ArrayList<>();
    for (String line : LINES) {
      String damaged = damage.line(line);
      if (!damaged.equals(line)) {
        mistakes.add(mistake(damaged));
      }
    }

    assertThat(mistakes.size() / 20_000.0).isCloseTo(0.03, within(0.003));
    Map<String, Long> kinds =
        mistakes.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    assertThat(kinds)
        .containsOnlyKeys("cut off", "not a time", "unknown field")
        .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(150));
  }

  @Test
  void theSameSeedSpoilsTheSameLinesInTheSameWay() {
    assertThat(spoilt(new Damage(0.5, 7)))
        .isEqualTo(spoilt(new Damage(0.5, 7)))
        .isNotEqualTo(spoilt(new Damage(0.5, 8)));
  }

  @Test
  void cutsBytesOff() {
    byte[] three = {1, 2, 3};
    Damage damage = new Damage(1, 7);
    for (int i = 0; i < 100; i++) {
      assertThat(damage.bytes(three)).isIn(new byte[] {1}, new byte[] {1, 2});
    }
    assertThat(new Damage(0, 7).bytes(three)).isEqualTo(three);
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatThrownBy(() -> new Damage(1.1, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The share of malformed records is 1.1. Allowed: 0 to 1.");
    assertThatThrownBy(() -> new Damage(Double.NaN, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The share of malformed records is NaN. Allowed: 0 to 1.");
  }

  private static List<String> spoilt(Damage damage) {
    return LINES.stream().map(damage::line).toList();
  }

  private static String mistake(String line) {
    try {
      JSON.fromLine(line);
      return "none: " + line;
    } catch (EventFileException e) {
      return e.getMessage().startsWith("event_time \"around ")
          ? "not a time"
          : e.getMessage().startsWith("the field \"time\" is unknown")
              ? "unknown field"
              : "cut off";
    }
  }
}
