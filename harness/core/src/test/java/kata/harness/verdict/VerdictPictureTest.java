package kata.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictPictureTest {

  private static final String PATH = "exercises/flink/target/kata/a.svg";

  private static Verdict verdict(List<String> lines) {
    return new Verdict(
        Verdict.Kind.RED,
        Stories.LESSON,
        "boundary",
        3,
        "Headline.",
        Optional.empty(),
        "",
        String.join("\n", lines),
        Optional.empty());
  }

  @Test
  void the_picture_is_named_just_above_the_next_step() {
    Verdict verdict = verdict(List.of("RED", "", "  rows", "", "  Next: page")).withPicture(PATH);

    assertThat(verdict.text()).isEqualTo("RED\n\n  rows\n\n  Picture: " + PATH + "\n  Next: page");
    assertThat(verdict.picture()).contains(PATH);
  }

  @Test
  void where_there_is_no_room_the_blank_line_above_the_timeline_goes() {
    List<String> lines = new ArrayList<>(List.of("RED", "", "  headline", ""));
    lines.addAll(
        List.of("  1", "  2", "  3", "  4", "  5", "  6", "", "  12:00", "  |--o--|", "  7"));
    lines.add("  Next: page");

    List<String> text = verdict(lines).withPicture(PATH).text().lines().toList();

    assertThat(text).hasSize(Verdict.MAX_LINES);
    assertThat(text.subList(8, 15))
        .containsExactly(
            "  5", "  6", "  12:00", "  |--o--|", "  7", "  Picture: " + PATH, "  Next: page");
  }
}
