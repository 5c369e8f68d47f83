package kata.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final List<String> NO_FOCUS = List.of();

  private static Table windows(String... windows) {
    StringBuilder table = new StringBuilder("at | window | views\n");
    for (String window : windows) {
      table.append("end | ").append(window).append(" | 1\n");
    }
    return Table.parse(table.toString());
  }

  private static Scenario<?> views(String... times) {
    ClickStory story = ClickStory.named("story", "Views.");
    for (String time : times) {
      story.view(time, "/home");
    }
    return story.watermark("2024-03-05 12:00").done();
  }

  @Test
  void a_digit_stands_for_several_events_in_one_place() {
    Scenario<?> story = views("12:01", "12:01:05", "12:01:10", "12:03");

    assertThat(Timeline.draw(story, windows("12:00 .. 12:05"), NO_FOCUS))
        .containsExactly("12:00      12:05", "|--3---o---|   o event, 2-9 so many   w watermark");
  }

  @Test
  void more_than_nine_events_in_one_place_are_a_plus() {
    String[] crowd = new String[11];
    Arrays.fill(crowd, "12:00");

    assertThat(Timeline.draw(views(crowd), windows("12:00 .. 12:05"), NO_FOCUS).get(1))
        .isEqualTo("|+---------|   o event, + more than 9   w watermark");
  }

  @Test
  void a_raw_story_has_no_watermarks_to_draw() {
    Scenario<?> story =
        ArrivalStory.named("story", "A view.").at("12:02:30").view("12:00", "/home").done();

    assertThat(Timeline.draw(story, windows("12:00 .. 12:05"), NO_FOCUS))
        .containsExactly("12:00      12:05", "|o---------|   o event");
  }

  @Test
  void a_watermark_on_a_bound_takes_the_place_of_the_bar() {
    Scenario<?> story =
        ClickStory.named("story", "Watermarks.")
            .view("12:04:59.999", "/home")
            .watermark("12:02:30")
            .view("12:05", "/home")
            .watermark("12:05")
            .watermark("12:10")
            .done();

    assertThat(Timeline.draw(story, windows("12:00 .. 12:05", "12:05 .. 12:10"), NO_FOCUS))
        .containsExactly(
            "12:00      12:05      12:10", "|-----w---owo---------w   o event   w watermark");
  }

  @Test
  void of_many_windows_those_around_the_differing_row_are_shown() {
    Table six =
        windows(
            "12:00 .. 12:05",
            "12:05 .. 12:10",
            "12:10 .. 12:15",
            "12:15 .. 12:20",
            "12:20 .. 12:25",
            "12:25 .. 12:30");
    Scenario<?> story = views("12:01", "12:16");

    assertThat(Timeline.draw(story, six, List.of("12:15 .. 12:20", "/home")))
        .containsExactly(
            "12:10      12:15      12:20      12:25      12:30",
            "|----------|--o-------|----------|----------|   o event   w watermark");
    assertThat(Timeline.draw(story, six, List.of("12:25 .. 12:30")).get(0))
        .startsWith("12:10 ")
        .endsWith(" 12:30");
    assertThat(Timeline.draw(story, six, List.of("1970-01-01 00:00 .. 1970-01-01 00:05")).get(0))
        .startsWith("12:00 ")
        .endsWith(" 12:20");
  }

  @Test
  void the_first_bound_of_another_day_bears_its_date_and_a_longer_stretch_is_told_apart() {
    Table night = windows("23:55 .. 2024-03-05 00:00", "2024-03-05 00:10 .. 2024-03-05 00:15");

    assertThat(
            Timeline.draw(views("23:55", "2024-03-05 00:05", "2024-03-05 00:12"), night, NO_FOCUS))
        .containsExactly(
            "23:55       03-05 00:00 00:10       00:15",
            "|o----------|~~~~~o~~~~~|----o------|   o event   w watermark   ~ longer");
  }

  @Test
  void the_longest_legend_leaves_room_in_the_line() {
    Table hours = windows("12:00 .. 12:01", "12:01 .. 13:00", "13:00 .. 14:00", "14:00 .. 15:00");
    String[] crowd = new String[14];
    Arrays.fill(crowd, "12:00");
    Arrays.fill(crowd, 0, 2, "13:00");

    assertThat(Timeline.draw(views(crowd), hours, NO_FOCUS).get(1))
        .endsWith("|   o event, 2-9, + more   w watermark   ~ longer")
        .hasSizeLessThanOrEqualTo(Fit.WIDTH - 2);
  }

  @Test
  void a_label_that_would_run_into_the_one_before_is_left_out() {
    Table close = windows("12:00 .. 12:00:00.001", "12:00:00.001 .. 12:00:00.002");

    assertThat(Timeline.draw(views("12:00"), close, NO_FOCUS).get(0))
        .isEqualTo("12:00      12:00:00.001");
  }

  @Test
  void a_table_without_windows_has_no_picture() {
    Table pages = Table.parse("at | page | views\nend | /home | 1");

    assertThat(Timeline.draw(views("12:00"), pages, NO_FOCUS)).isEmpty();
  }
}
