package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import kata.harness.picture.Gallery;
import kata.harness.picture.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

class LessonPicturesTest {

  private static final String FAKE = "kata.fake.tumbling.Lessons$";
  private static final String BEGUN = "fake-tumbling-Lessons_Begun-";

  /** Keeps the names of the files that are attached to the report. */
  private static final class Attached implements TestExecutionListener {

    private final List<String> names = new ArrayList<>();

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
      names.add(file.getPath().getFileName().toString());
    }
  }

  private final String before = System.getProperty(Workbook.ROOT);
  private final Attached attached = new Attached();
  private final VerdictReport report = new VerdictReport();

  @TempDir private Path root;
  private Path pictures;

  @BeforeEach
  void work_in_a_workbook_of_its_own() throws IOException {
    Files.createDirectories(root.resolve("exercises/fake"));
    pictures = root.resolve("exercises/fake/target/kata");
    System.setProperty(Workbook.ROOT, root.toString());
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(Workbook.ROOT);
    } else {
      System.setProperty(Workbook.ROOT, before);
    }
  }

  private void run(String wish, String... lessons) {
    Map<String, String> parameters = new HashMap<>(Map.of(Gallery.WISH, wish));
    parameters.put("junit.platform.reporting.output.dir", root.resolve("reports").toString());
    Launches.of(
        parameters,
        List.of(attached, report),
        Stream.of(lessons).map(lesson -> FAKE + lesson + "Test").toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    if (!Files.isDirectory(pictures)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pictures)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_red_scenario_has_a_picture_that_its_verdict_names() throws IOException {
    run("red", "Begun");

    assertThat(report.verdicts(Catalogue.load()))
        .singleElement()
        .asString()
        .contains(
            "\n  Picture: exercises/fake/target/kata/"
                + BEGUN
                + "gap.svg\n"
                + "  Next: docs/lessons/tumbling.md");
    assertThat(files()).containsExactly(BEGUN + "gap.svg", "index.html");
    assertThat(attached.names).containsExactly(BEGUN + "gap.svg");
  }

  @Test
  void a_picture_that_is_attached_for_the_second_time_replaces_the_first() throws IOException {
    run("red", "Begun");
    run("red", "Begun");

    assertThat(attached.names).containsExactly(BEGUN + "gap.svg", BEGUN + "gap.svg");
    assertThat(report.verdicts(Catalogue.load())).singleElement().asString().startsWith("RED");
  }

  @Test
  void a_green_scenario_has_a_picture_on_demand() throws IOException {
    run("all", "Begun");

    assertThat(files()).containsExactly(BEGUN + "boundary.svg", BEGUN + "gap.svg", "index.html");
  }

  @Test
  void a_picture_of_the_run_before_does_not_stay() throws IOException {
    Files.createDirectories(pictures);
    Files.writeString(pictures.resolve(BEGUN + "boundary.svg"), "stale");

    run("red", "Begun");

    assertThat(files()).containsExactly(BEGUN + "gap.svg", "index.html");
  }

  @Test
  void the_index_lists_the_lessons_of_the_run_with_every_verdict() throws IOException {
    run("red", "Begun", "Solved", "Untouched");

    assertThat(Files.readString(pictures.resolve("index.html")))
        .contains(
            "<pre>RED   fake/tumbling  Lessons$Begun                 scenario: gap\n",
            "<img src=\"" + BEGUN + "gap.svg\" alt=\"gap: ",
            "<pre>GREEN fake/tumbling  Lessons$Solved                2 scenarios\n",
            "<pre>TODO  fake/tumbling  Lessons$Untouched             not solved yet\n");
  }

  @Test
  void a_proof_leaves_nothing_behind() throws IOException {
    run("none", "Begun");

    assertThat(files()).isEmpty();
    assertThat(report.verdicts(Catalogue.load()))
        .singleElement()
        .asString()
        .doesNotContain("Picture");
  }

  @Test
  void a_wish_that_cannot_be_fulfilled_is_told() {
    run("blue", "Begun");

    assertThat(report.verdicts(Catalogue.load()))
        .containsExactly(
            "ERROR fake/tumbling  Lessons$Begun                 no verdict\n\n"
                + "  There are no \"blue\" pictures. Say -Dkata.pictures=none, red or all.");
  }
}
