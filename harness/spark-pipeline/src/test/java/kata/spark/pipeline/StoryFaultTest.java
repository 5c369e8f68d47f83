package kata.spark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.datasets.Happening;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

class StoryFaultTest {

  @Test
  void each_happening_of_a_story_on_spark_has_its_fault() {
    assertThat(StoryFault.of(Happening.NOTHING))
        .isSameAs(StoryFault.of(Happening.CHECKPOINT))
        .isSameAs(StoryFault.of(Happening.RECORDS_EXPIRE));
    assertThat(StoryFault.of(Happening.CRASH)).isNotSameAs(StoryFault.of(Happening.NOTHING));
    assertThat(StoryFault.of(Happening.DATABASE_REFUSES))
        .isNotSameAs(StoryFault.of(Happening.CRASH));
  }

  @Test
  void what_the_lab_does_not_play_is_named() {
    assertThatThrownBy(() -> StoryFault.of(Happening.BROKER_SLOW))
        .isInstanceOf(LabException.class)
        .hasMessage("The lab for pipelines on Spark does not play BROKER_SLOW yet.");
  }

  @Test
  void a_machine_is_lost_even_if_it_had_nothing_to_commit() {
    StoryFault crash = StoryFault.of(Happening.CRASH);
    assertThat(crash.isOutstanding()).isFalse();

    crash.arm();
    assertThat(crash.isOutstanding()).isTrue();

    crash.disarm();
    assertThat(crash.isOutstanding()).isFalse();
  }

  @Test
  void a_row_that_nobody_writes_cannot_be_refused() {
    StoryFault refusal = StoryFault.of(Happening.DATABASE_REFUSES);

    refusal.arm();
    assertThat(refusal.isOutstanding()).isFalse();
  }
}
