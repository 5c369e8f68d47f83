package kata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScenarioTest {

  private final Scenario.Builder<Tick> story = Scenario.named("ticks", "A clock ticks.");

  private record Tick(String eventId, Instant eventTime) implements TimedEvent {}

  @Test
  void aWatermarkEndsAStep() {
    Tick first = tick("t1", "12:01");
    Tick second = tick("t2", "12:06");
    Tick late = tick("t3", "12:04:59.999");

    Scenario<Tick> scenario =
        story
            .event(first)
            .watermark(time("12:05"))
            .watermark(time("12:06"))
            .event(second)
            .late(late)
            .watermark(time("12:10"))
            .done();

    assertThat(scenario.name()).isEqualTo("ticks");
    assertThat(scenario.story()).isEqualTo("A clock ticks.");
    assertThat(scenario.steps())
        .containsExactly(
            new Scenario.Step<>(List.of(first), time("12:05")),
            new Scenario.Step<>(List.of(), time("12:06")),
            new Scenario.Step<>(List.of(second, late), time("12:10")));
    assertThat(scenario.events()).containsExactly(first, second, late);
  }

  @Test
  void doesNotChangeWhenItsListsDo() {
    List<Tick> arrivals = new ArrayList<>(List.of(tick("t1", "12:01")));
    Scenario.Step<Tick> step = new Scenario.Step<>(arrivals, time("12:05"));
    List<Scenario.Step<Tick>> steps = new ArrayList<>(List.of(step));
    Scenario<Tick> scenario = new Scenario<>("ticks", "A clock ticks.", steps);

    arrivals.clear();
    steps.clear();

    assertThat(scenario.events()).containsExactly(tick("t1", "12:01"));
  }

  @Test
  void isLongWithMoreEventsThanAnEyeCanFollow() {
    for (int i = 1; i <= 30; i++) {
      story.event(tick("t" + i, "12:01"));
    }
    assertThat(story.watermark(time("12:05")).done().isLong()).isFalse();
    assertThat(story.event(tick("t31", "12:06")).watermark(time("12:10")).done().isLong()).isTrue();
  }

  @Test
  void refusesALateEventThatIsNotToldAsLate() {
    story.event(tick("t1", "12:01")).watermark(time("12:05"));

    assertRefused(
        () -> story.event(tick("t2", "12:04:59.999")),
        "step 2: event t2 of 12:04:59.999 arrives after the watermark 12:05."
            + " If it is meant to be late, say late(...).");
  }

  @Test
  void anEventExactlyAtTheWatermarkIsNotLate() {
    story.event(tick("t1", "12:01")).watermark(time("12:05")).event(tick("t2", "12:05"));

    assertRefused(
        () -> story.late(tick("t3", "12:05")),
        "step 2: event t3 of 12:05 is not late: the watermark has not passed it."
            + " Leave out late(...).");
  }

  @Test
  void nothingIsLateBeforeTheFirstWatermark() {
    assertRefused(
        () -> story.late(tick("t1", "2024-03-03 12:05")),
        "step 1: event t1 of 2024-03-03 12:05 is not late: the watermark has not passed it."
            + " Leave out late(...).");
  }

  @Test
  void refusesAWatermarkThatGoesBack() {
    story.event(tick("t1", "12:01")).watermark(time("12:05"));

    assertRefused(
        () -> story.watermark(time("12:04")),
        "step 2: the watermark 12:04 does not come after the one before it, 12:05."
            + " A watermark never goes back.");
  }

  @Test
  void refusesAWatermarkThatStandsStill() {
    story.event(tick("t1", "12:01")).watermark(time("12:05"));

    assertRefused(
        () -> story.watermark(time("12:05")),
        "step 2: the watermark 12:05 does not come after the one before it, 12:05."
            + " A watermark never goes back.");
  }

  @Test
  void refusesEventsAfterTheLastWatermark() {
    story.event(tick("t1", "12:01")).watermark(time("12:05")).event(tick("t2", "12:06"));

    assertRefused(
        story::done,
        "step 2: events follow the last watermark. End the story with watermark(...).");
  }

  @Test
  void refusesAStoryInWhichNothingHappens() {
    assertRefused(story::done, "step 1: nothing happens. Let at least one event arrive.");
    story.watermark(time("12:05"));
    assertRefused(story::done, "step 2: nothing happens. Let at least one event arrive.");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(ScenarioException.class)
        .hasMessage("Scenario \"ticks\", " + message);
  }

  private static Tick tick(String id, String time) {
    return new Tick(id, time(time));
  }

  private static Instant time(String text) {
    return StoryTime.parse(text);
  }
}
