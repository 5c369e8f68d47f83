package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import kata.datasets.ArrivalStory;
import kata.datasets.ClickEvent;
import kata.datasets.ClickStory;
import kata.datasets.Scenario;
import kata.datasets.scenarios.TumblingScenarios;
import kata.harness.picture.Drawings.Way;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PictureTest {

  private static final int MOST_BYTES = 60_000;
  private static final Duration LONGEST = Duration.ofMillis(50);
  private static final String GOLDEN =
      "harness/core/src/test/resources/kata/pictures/inclusive-end.svg";
  private static final String RIGHT =
      """
      at     | window          page   | views
      12:05  | 12:00 .. 12:05  /home  | 2
      12:10  | 12:05 .. 12:10  /home  | 1
      """;
  private static final String INCLUSIVE =
      """
      at     | window          page   | views
      12:05  | 12:00 .. 12:05  /home  | 3
      """;

  private static String boundary(String got) {
    return Picture.draw(
        TumblingScenarios.BOUNDARY,
        Emission.MAIN,
        Table.parse(RIGHT),
        new Transcript(Table.parse(got).emissions()),
        "Two rows differ.");
  }

  private static String draw(Scenario<ClickEvent> scenario, Way way) {
    return Picture.draw(
        scenario,
        Emission.MAIN,
        Drawings.table(scenario),
        Drawings.count(scenario, way),
        "It differs.");
  }

  /** The bytes may change when the look does; look at both before the file is rewritten. */
  @Test
  void a_small_picture_has_exactly_these_bytes() throws IOException {
    String svg = boundary(INCLUSIVE);
    Path file = Workbook.root().orElseThrow().resolve(GOLDEN);
    if (Boolean.getBoolean("kata.update")) {
      Files.writeString(file, svg);
    }
    assertThat(svg).isEqualTo(Files.readString(file));
  }

  @TestFactory
  Stream<DynamicTest> every_picture_is_readable() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Scenario<ClickEvent> scenario : TumblingScenarios.ALL) {
      tests.add(
          DynamicTest.dynamicTest(
              scenario.name() + ", right", () -> readable(scenario, Way.right())));
      for (Map.Entry<String, Way> wrong : Drawings.wrongWays().entrySet()) {
        tests.add(
            DynamicTest.dynamicTest(
                scenario.name() + ", " + wrong.getKey(),
                () -> readable(scenario, wrong.getValue())));
      }
    }
    return tests.stream();
  }

  private static void readable(Scenario<ClickEvent> scenario, Way way) {
    readable(scenario, draw(scenario, way));
  }

  private static void readable(Scenario<ClickEvent> scenario, String svg) {
    assertThat(svg.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_BYTES);
    SvgFile file = SvgFile.parse(svg);
    assertThat(file.one("title")).isEqualTo(scenario.name() + ": " + scenario.story());
    assertThat(file.one("desc")).isNotEmpty();
    List<SvgFile.Text> texts = file.texts();
    for (SvgFile.Text text : texts) {
      assertThat(text.left()).as(text.text()).isGreaterThanOrEqualTo(0);
      assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(file.width());
      assertThat(text.base()).as(text.text()).isLessThan(file.height());
      assertThat(texts).filteredOn(it -> it != text).noneMatch(text::overlaps);
    }
  }

  @Test
  void a_window_that_fires_again_says_what_came_when_and_a_long_bound_has_room() {
    Scenario<ClickEvent> scenario =
        ClickStory.named("again", "A window is corrected.")
            .view("12:01", "/home")
            .watermark("12:05:00.001")
            .done();
    Table table =
        Table.parse(
            """
            at            | window                        page   | views  status
            12:05:00.001  | 12:00:00.001 .. 12:05:00.001  /home  | 1      preview
            12:06         | 12:00:00.001 .. 12:05:00.001  /home  | 2      final
            """);

    String svg =
        Picture.draw(scenario, Emission.MAIN, table, new Transcript(table.emissions()), "");

    readable(scenario, svg);
    assertThat(SvgFile.parse(svg).texts())
        .extracting(SvgFile.Text::text)
        .contains(
            "1 preview at 12:05:00.001, 2 final at 12:06",
            "window: views, status; when it came out");
  }

  @Test
  void of_raw_arrivals_the_watermark_is_that_of_the_job_and_the_clock_stands_beside() {
    Scenario<ClickEvent> scenario =
        ArrivalStory.named("raw", "Views arrive out of order.")
            .at("12:05:30")
            .view("12:05", "/home")
            .at("12:06")
            .view("12:02:59.999", "/home")
            .done();
    Table windows = Table.parse("at | window | views\nend | 12:00 .. 12:05 | 1");
    Emission first =
        Table.parse("at | after | watermark\n12:05:30 | 12:05 | 12:02:59.999").emissions().get(0);
    List<Emission> all = new ArrayList<>(windows.emissions());
    all.add(new Emission(first.at(), "watermark", first.row()));

    String svg = Picture.draw(scenario, Emission.MAIN, windows, new Transcript(all), "");

    readable(scenario, svg);
    assertThat(SvgFile.parse(svg).texts())
        .extracting(SvgFile.Text::text)
        .contains("e1 at 12:05:30", "watermark 12:02:59.999", "e2 at 12:06", "12:02:59.999 late");
    assertThat(SvgFile.parse(Picture.draw(scenario, "Nothing came out.")).texts())
        .extracting(SvgFile.Text::text)
        .contains("e2 at 12:06", "12:02:59.999")
        .noneMatch(text -> text.startsWith("watermark 1"));
  }

  @Test
  void a_row_without_a_window_is_not_called_one() {
    Table pages = Table.parse("at | page | viewed\n12:10 | /home | 12:01");

    String svg =
        Picture.draw(
            TumblingScenarios.BOUNDARY,
            Emission.MAIN,
            pages,
            new Transcript(pages.emissions()),
            "");

    assertThat(SvgFile.parse(svg).texts())
        .extracting(SvgFile.Text::text)
        .contains("row: viewed; when it came out");
  }

  @Test
  void the_largest_scenario_is_drawn_in_no_time() {
    Way sliding = Drawings.wrongWays().get("sliding");
    Table table = Drawings.table(TumblingScenarios.TRAFFIC);
    Transcript got = Drawings.count(TumblingScenarios.TRAFFIC, sliding);
    // Of this thread, so that what else the machine does is not counted.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = clock.getCurrentThreadCpuTime();
      Picture.draw(TumblingScenarios.TRAFFIC, Emission.MAIN, table, got, "");
      fastest = Math.min(fastest, clock.getCurrentThreadCpuTime() - start);
    }
    assertThat(Duration.ofNanos(fastest)).isLessThan(LONGEST);
  }

  @Test
  void neither_locale_nor_time_zone_change_a_byte() {
    String here = draw(TumblingScenarios.GAP, Way.eventByEvent());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

      assertThat(draw(TumblingScenarios.GAP, Way.eventByEvent())).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void what_is_as_expected_is_drawn_once_and_without_a_mark() {
    SvgFile file = SvgFile.parse(boundary(RIGHT));

    assertThat(file.texts()).extracting(SvgFile.Text::text).doesNotContain("expected", "got");
    assertThat(file.count("sign")).isZero();
    assertThat(file.count("bad")).isZero();
  }

  @Test
  void differences_are_marked_by_shape_and_in_words() {
    SvgFile file = SvgFile.parse(boundary(INCLUSIVE));

    assertThat(file.texts())
        .extracting(SvgFile.Text::text)
        .contains(
            "3 instead of 2",
            "missing",
            "e3 (12:05, /home) is in 12:00 .. 12:05 here; it belongs to 12:05 .. 12:10.");
    assertThat(file.count("bad")).isEqualTo(1);
    // One is in the legend.
    assertThat(file.count("gone")).isEqualTo(2);
    assertThat(file.count("ring")).isEqualTo(1);
    assertThat(file.count("tip")).isEqualTo(1);
  }

  @Test
  void a_large_scenario_is_cropped_and_says_so() {
    SvgFile file =
        SvgFile.parse(draw(TumblingScenarios.TRAFFIC, Drawings.wrongWays().get("double size")));

    assertThat(file.texts())
        .extracting(SvgFile.Text::text)
        .anyMatch(text -> text.startsWith("Not all of it is drawn: "));
    assertThat(file.height()).isLessThan(1200);
  }

  @Test
  void text_of_the_learner_is_escaped() {
    String page = "/<script>alert('1')</script>&\"\u0000\uD83D\uDE00]]>";
    Scenario<ClickEvent> scenario =
        ClickStory.named("<&>", "A \"page\" & <more>.")
            .view("12:01", page)
            .watermark("12:05")
            .done();

    String svg = draw(scenario, Drawings.wrongWays().get("double size"));

    assertThat(svg).doesNotContain("<script").doesNotContain("\u0000");
    SvgFile file = SvgFile.parse(svg);
    assertThat(file.one("title")).isEqualTo("<&>: A \"page\" & <more>.");
    assertThat(file.one("desc")).contains("/<script>alert('1')</script>&\"\uFFFD\uD83D\uDE00]]>");
  }

  @Test
  void a_scenario_of_which_nothing_came_is_drawn_without_windows() {
    SvgFile file =
        SvgFile.parse(Picture.draw(TumblingScenarios.LATE, "Your code threw an exception."));

    assertThat(file.texts())
        .extracting(SvgFile.Text::text)
        .contains("Your code threw an exception.", "12:04 late", "watermark 12:10")
        .doesNotContain("got", "missing");
  }
}
