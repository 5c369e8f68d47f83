package kata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineStoryTest {

  @Test
  void a_story_says_what_arrives_where_and_what_happens_then() {
    Reading reading = new Reading("x1", "kitchen", StoryTime.parse("12:03"), 21);

    Scenario<Message> scenario =
        PipelineStory.named("crash", "It fails.")
            .topic("views", 2)
            .with("views", "retention.ms", "1000")
            .table("create table t (n int)")
            .record("views", "ann", "12:01", "one")
            .checkpoint("12:02")
            .in(1)
            .event("views", null, reading, "two")
            .again("views", null, reading, "two")
            .crash("12:04")
            .goesOn("12:05")
            .crashAfterWork("12:06")
            .workFails("12:07")
            .joins("12:08")
            .checkpoint("12:09")
            .done();

    assertThat(scenario.setting())
        .isEqualTo(
            new Setting(
                Map.of("views", 2),
                Map.of("views", Map.of("retention.ms", "1000")),
                List.of("create table t (n int)")));
    Message first = new Message("r1", StoryTime.parse("12:01"), "views", 0, "ann", "one");
    Message second = new Message("x1", StoryTime.parse("12:03"), "views", 1, null, "two");
    assertThat(scenario.steps())
        .containsExactly(
            new Scenario.Step<>(List.of(first), StoryTime.parse("12:02"), Happening.CHECKPOINT),
            new Scenario.Step<>(List.of(second, second), StoryTime.parse("12:04"), Happening.CRASH),
            nothingArrives("12:05", Happening.NOTHING),
            nothingArrives("12:06", Happening.CRASH_AFTER_WORK),
            nothingArrives("12:07", Happening.WORK_FAILS),
            nothingArrives("12:08", Happening.MEMBER_JOINS),
            nothingArrives("12:09", Happening.CHECKPOINT));
    assertThat(scenario.feed().raw()).isTrue();
  }

  private static Scenario.Step<Message> nothingArrives(String until, Happening then) {
    return new Scenario.Step<>(List.of(), StoryTime.parse(until), then);
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void a_story_that_makes_no_sense_is_refused(UnaryOperator<PipelineStory> told, String problem) {
    assertThatThrownBy(() -> told.apply(PipelineStory.named("odd", "Odd.").topic("t", 2)).done())
        .isInstanceOf(ScenarioException.class)
        .hasMessage("Scenario \"odd\", step " + problem);
  }

  static List<Arguments> nonsense() {
    Reading reading = new Reading("x1", "kitchen", StoryTime.parse("12:03"), 21);
    return List.of(
        refused(it -> it, "1: nothing happens. Let at least one record arrive."),
        refused(
            it -> it.record("u", "k", "12:00", ""),
            "1: there is no topic u. Say topic(\"u\", 1) first."),
        refused(
            it -> it.in(2).record("t", "k", "12:00", ""),
            "1: the topic t has no partition 2; it has 2, counted from 0."),
        refused(it -> it.topic("t", 1), "1: the topic t is there twice."),
        refused(
            it -> it.with("u", "retention.ms", "1"),
            "1: there is no topic u. Say topic(\"u\", 1) first."),
        refused(
            it -> it.topic("u", 0), "1: the topic u cannot have 0 partitions; it has 1 or more."),
        refused(
            it -> it.event("t", "k", reading, "").event("t", "k", reading, ""),
            "1: there are two events x1. If one is sent twice, say again(...)."),
        refused(
            it -> it.record("t", "k", "12:00", "").checkpoint("12:01").checkpoint("12:01"),
            "2: the clock shows 12:01 after 12:01. A clock never stands still or goes back."),
        refused(
            it -> it.record("t", "k", "12:00", "").crash("12:01"),
            "2: nobody looks at the end. End the story with checkpoint(...)."),
        refused(
            it -> it.record("t", "k", "12:00", "").lastCrash("12:01").checkpoint("12:02"),
            "2: the pipeline has crashed for the last time. End the story there."),
        refused(
            it -> it.record("t", "k", "noon", ""),
            "1: \"noon\" is not a time of a story. Write it as 12:05, 12:04:59 or 12:04:59.999"
                + " (UTC)."));
  }

  private static Arguments refused(UnaryOperator<PipelineStory> told, String problem) {
    return Arguments.of(told, problem);
  }
}
