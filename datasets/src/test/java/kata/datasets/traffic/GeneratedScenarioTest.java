package kata.datasets.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import org.junit.jupiter.api.Test;

class GeneratedScenarioTest {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final ClickTraffic traffic = new ClickTraffic(42, TrafficSettings.smallShop());

  @Test
  void takesTheFirstEventsOfTheTraffic() {
    Scenario<ClickEvent> scenario = named().from(traffic).events(250).done();

    assertThat(scenario.name()).isEqualTo("busy");
    assertThat(scenario.story()).isEqualTo("A busy hour.");
    assertThat(scenario.events()).isEqualTo(traffic.first(250).toList());
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(named().done()).isEqualTo(named().done());
  }

  @Test
  void movesTheWatermarkEverySoManyArrivals() {
    List<Scenario.Step<ClickEvent>> steps = named().watermarkEvery(20, BOUND).done().steps();
    Instant latest = Instant.MIN;

    assertThat(steps).hasSize(16);
    for (Scenario.Step<ClickEvent> step : steps.subList(0, 15)) {
      assertThat(step.arrivals()).hasSize(20);
      latest = latest(latest, step.arrivals());
      assertThat(step.watermark()).isEqualTo(latest.minus(BOUND));
    }
    assertThat(steps.get(15).arrivals()).isEmpty();
  }

  @Test
  void movesTheWatermarkOnlyForward() {
    Scenario<ClickEvent> scenario = named().watermarkEvery(1, Duration.ZERO).done();
    Instant latest = Instant.MIN;
    List<Instant> expected = new ArrayList<>();
    for (ClickEvent event : scenario.events()) {
      if (event.eventTime().isAfter(latest)) {
        latest = event.eventTime();
        expected.add(latest);
      }
    }
    expected.add(StoryTime.parse("13:00"));

    assertThat(scenario.steps()).extracting(Scenario.Step::watermark).isEqualTo(expected);
    assertThat(expected).hasSizeLessThan(290);
  }

  @Test
  void keepsTheLateEvents() {
    Instant watermark = Instant.MIN;
    int late = 0;
    for (Scenario.Step<ClickEvent> step : named().done().steps()) {
      for (ClickEvent event : step.arrivals()) {
        late += event.eventTime().isBefore(watermark) ? 1 : 0;
      }
      watermark = step.watermark();
    }
    assertThat(late).isBetween(3, 20);
  }

  @Test
  void endsOnTheNextFullUnitAfterEveryEvent() {
    assertThat(lastWatermark(named())).isEqualTo("13:00");
    assertThat(lastWatermark(named().endingOnFull(Duration.ofDays(1))))
        .isEqualTo("2024-03-05 00:00");

    GeneratedScenario one = named().events(1).endingOnFull(Duration.ofMillis(1));
    Instant only = one.done().events().get(0).eventTime();
    assertThat(lastWatermark(one)).isEqualTo(StoryTime.format(only.plusMillis(1)));
  }

  @Test
  void countsTheEventsThatPassTheFilter() {
    Scenario<ClickEvent> views = named().only(GeneratedScenarioTest::isView).events(150).done();

    assertThat(views.events())
        .isEqualTo(traffic.first(1_000).filter(GeneratedScenarioTest::isView).limit(150).toList());
  }

  @Test
  void popularPagesTieInSomeWindowsButNotInAll() {
    Map<Long, Map<String, Long>> viewsPerFiveMinutes =
        named().only(GeneratedScenarioTest::isView).done().events().stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.eventTime().getEpochSecond() / 300,
                    Collectors.groupingBy(ClickEvent::page, Collectors.counting())));

    List<Boolean> ties =
        viewsPerFiveMinutes.values().stream().map(GeneratedScenarioTest::twoPagesLead).toList();
    assertThat(ties).contains(true, false);
  }

  @Test
  void refusesAFilterThatLetsNothingThrough() {
    assertThatThrownBy(() -> named().only(event -> false).done())
        .isInstanceOf(TrafficException.class)
        .hasMessage(
            "Scenario \"busy\": the filter refuses 10000 events in a row."
                + " Let more events through.");
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatThrownBy(() -> named().events(0))
        .isInstanceOf(TrafficException.class)
        .hasMessage("events is 0. Allowed: 1 to 100000.");
    assertThatThrownBy(() -> named().watermarkEvery(0, BOUND))
        .hasMessage("watermarkEvery.arrivals is 0. Allowed: 1 to 2147483647.");
    assertThatThrownBy(() -> named().watermarkEvery(1, Duration.ofSeconds(-1)))
        .hasMessage("watermarkEvery.outOfOrder is PT-1S. Allowed: PT0S to PT24H.");
    assertThatThrownBy(() -> named().endingOnFull(Duration.ZERO))
        .hasMessage("endingOnFull is PT0S. Allowed: PT0.001S to PT24H.");
  }

  private static GeneratedScenario named() {
    return GeneratedScenario.named("busy", "A busy hour.");
  }

  private static String lastWatermark(GeneratedScenario generated) {
    List<Scenario.Step<ClickEvent>> steps = generated.done().steps();
    return StoryTime.format(steps.get(steps.size() - 1).watermark());
  }

  private static Instant latest(Instant before, List<ClickEvent> arrivals) {
    return Stream.concat(Stream.of(before), arrivals.stream().map(ClickEvent::eventTime))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private static boolean isView(ClickEvent event) {
    return event.eventType() == EventType.PAGE_VIEW;
  }

  private static boolean twoPagesLead(Map<String, Long> views) {
    List<Long> ranked = views.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();
    return ranked.size() > 1 && ranked.get(0).equals(ranked.get(1));
  }
}
