package kata.datasets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void a_value_lies_in_its_topic_in_utf_8_unless_the_story_says_otherwise() {
    List<Message> told =
        PipelineStory.named("encodings", "Two producers disagree.")
            .topic("views", 1)
            .record("views", "ü", "12:01", "ü")
            .record("views", "ü", "12:02", "ü", ISO_8859_1)
            .checkpoint("12:03")
            .done()
            .events();

    assertThat(told.get(1).keyBytes()).containsExactly(0xC3, 0xBC);
    assertThat(told.get(0).valueBytes()).containsExactly(0xC3, 0xBC);
    assertThat(told.get(1).valueBytes()).containsExactly(0xFC);
  }

  @Test
  void a_tombstone_has_no_value_at_all() {
    Message tombstone = new Message("r1", StoryTime.parse("12:01"), "views", 0, null, null);

    assertThat(tombstone.keyBytes()).isNull();
    assertThat(tombstone.valueBytes()).isNull();
  }
}
