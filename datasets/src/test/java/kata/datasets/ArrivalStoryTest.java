package kata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrivalStoryTest {

  private final ArrivalStory story = ArrivalStory.named("silence", "A partition is silent.");

  @Test
  void tellsWhatArrivesWhenAndFromWhere() {
    Scenario<ClickEvent> scenario =
        story
            .partitions(2)
            .at("12:02")
            .view("12:01", "/home")
            .from(1)
            .heartbeat("12:00")
            .at("12:09")
            .at("12:10")
            .view("12:30", "/cart")
            .done();

    assertThat(scenario.steps())
        .containsExactly(
            new Scenario.Step<>(
                List.of(
                    click("e1", EventType.PAGE_VIEW, "12:01", "/home"),
                    click("h2", EventType.HEARTBEAT, "12:00", "")),
                StoryTime.parse("12:02")),
            new Scenario.Step<>(List.of(), StoryTime.parse("12:09")),
            new Scenario.Step<>(
                List.of(click("e3", EventType.PAGE_VIEW, "12:30", "/cart")),
                StoryTime.parse("12:10")));
    assertThat(scenario.feed().raw()).isTrue();
    assertThat(scenario.feed().partitions()).isEqualTo(2);
    assertThat(scenario.events()).extracting(scenario.feed()::partitionOf).containsExactly(0, 1, 1);
  }

  @Test
  void visitorsDoNotAllLiveInOneCountry() {
    Scenario<ClickEvent> scenario =
        story.at("12:02").view("12:01", "/home", "ann").view("12:02", "/home", "ben").done();

    assertThat(scenario.events()).extracting(ClickEvent::country).doesNotHaveDuplicates();
  }

  @Test
  void anOrdinaryStoryHasOnePartitionAndItsOwnWatermarks() {
    Scenario<ClickEvent> scenario =
        ClickStory.named("one", "A view.").view("12:01", "/home").watermark("12:05").done();

    assertThat(scenario.feed()).isEqualTo(Feed.WITH_WATERMARKS);
    assertThat(scenario.feed().partitionOf(scenario.events().get(0))).isZero();
  }

  @Test
  void refusesAClockThatStandsStillOrGoesBack() {
    story.at("12:02").view("12:01", "/home");

    assertRefused(
        () -> story.at("12:02"),
        "step 1: the clock shows 12:02 after 12:02. A clock never stands still or goes back.");
    assertRefused(
        () -> story.at("12:01:59.999"),
        "step 1: the clock shows 12:01:59.999 after 12:02."
            + " A clock never stands still or goes back.");
  }

  @Test
  void refusesAPartitionThatTheInputDoesNotHave() {
    story.partitions(2).at("12:02").view("12:01", "/home").at("12:03");

    assertRefused(
        () -> story.from(2), "step 2: there is no partition 2; the input has 2, counted from 0.");
    assertRefused(
        () -> story.from(-1), "step 2: there is no partition -1; the input has 2, counted from 0.");
    assertRefused(
        () -> story.partitions(3), "step 2: the number of partitions comes first, before at(...).");
  }

  @Test
  void refusesAnInputWithoutPartitions() {
    assertRefused(
        () -> story.partitions(0), "step 1: an input cannot have 0 partitions; it has 1 or more.");
  }

  @Test
  void refusesEventsBeforeTheClockShowsAnything() {
    assertRefused(
        () -> story.view("12:01", "/home"),
        "step 1: an event arrives, and the clock shows nothing. Say at(...) first.");
  }

  @Test
  void refusesTwoEventsOfOneName() {
    story.at("12:02").view("12:01", "/home");

    assertRefused(
        () -> story.event(click("e1", EventType.PAGE_VIEW, "12:02", "/home")),
        "step 1: there are two events e1.");
  }

  @Test
  void refusesATimeThatIsNone() {
    assertRefused(
        () -> story.at("12:6"),
        "step 1: \"12:6\" is not a time of a story."
            + " Write it as 12:05, 12:04:59 or 12:04:59.999 (UTC).");
  }

  @Test
  void refusesAStoryInWhichNothingHappens() {
    story.at("12:02").at("12:03");

    assertRefused(story::done, "step 2: nothing happens. Let at least one event arrive.");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(ScenarioException.class)
        .hasMessage("Scenario \"silence\", " + message);
  }

  private static ClickEvent click(String id, EventType type, String time, String page) {
    return new ClickEvent(id, "ann", "ann-1", type, page, StoryTime.parse(time), "DE", "mobile");
  }

  @Test
  void viewsComeFromPhonesUntilAnotherDeviceIsNamed() {
    Scenario<ClickEvent> scenario =
        story.at("12:01").view("12:01", "/home").on("desktop").view("12:01", "/home").done();

    assertThat(scenario.events())
        .extracting(ClickEvent::device)
        .containsExactly("mobile", "desktop");
  }
}
