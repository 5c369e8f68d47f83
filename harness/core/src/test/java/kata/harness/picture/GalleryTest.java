package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kata.harness.catalogue.Lesson;
import kata.harness.transcript.Emission;
import kata.harness.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {

  private static final Lesson LESSON = new Lesson("flink", "late", "Split", "Split <it>.", 5);

  @TempDir private Path folder;

  private Gallery gallery(String wish) {
    Map<String, String> parameters = Map.of(Gallery.WISH, wish, Gallery.FOLDER, folder.toString());
    return Gallery.of(name -> Optional.ofNullable(parameters.get(name)));
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Verdict verdict(Optional<String> picture) {
    return new Verdict(
        Verdict.Kind.RED,
        LESSON,
        "open",
        3,
        "A \"late\" row.",
        Optional.empty(),
        "",
        "RED   flink/late  Split\n\n  <full text>",
        picture);
  }

  @Test
  void the_name_of_a_picture_says_what_it_shows() throws IOException {
    Gallery gallery = gallery("red");
    gallery.red(LESSON, "open", Emission.MAIN, () -> "main");
    gallery.red(LESSON, "open", "late/views", () -> "side");

    assertThat(files())
        .containsExactly("flink-late-Split-open-late_views.svg", "flink-late-Split-open.svg");
    assertThat(gallery.takeFresh()).hasSize(2);
    assertThat(gallery.takeFresh()).isEmpty();
  }

  @Test
  void green_pictures_are_drawn_on_demand_only() throws IOException {
    gallery("red").green(LESSON, "open", Emission.MAIN, () -> "green");
    assertThat(files()).isEmpty();

    gallery("all").green(LESSON, "open", Emission.MAIN, () -> "green");
    assertThat(files()).containsExactly("flink-late-Split-open.svg");
  }

  @Test
  void nothing_is_drawn_for_a_proof() throws IOException {
    assertThat(gallery("none").red(LESSON, "open", Emission.MAIN, () -> "red")).isEmpty();
    gallery("none").index(List.of(new Index.Said(LESSON, "RED", List.of())));
    assertThat(files()).isEmpty();
  }

  @Test
  void a_wish_that_cannot_be_fulfilled_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gallery("blue"))
        .withMessage("There are no \"blue\" pictures. Say -Dkata.pictures=none, red or all.");
  }

  @Test
  void old_pictures_of_a_lesson_go_and_those_of_others_stay() throws IOException {
    Files.writeString(folder.resolve("flink-late-Split-old.svg"), "old");
    Files.writeString(folder.resolve("flink-late-SplitTwice-old.svg"), "other");

    gallery("red").clear(LESSON);

    assertThat(files()).containsExactly("flink-late-SplitTwice-old.svg");
  }

  @Test
  void a_folder_that_cannot_be_written_costs_the_picture_and_not_the_verdict() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Gallery gallery =
        Gallery.of(
            name -> name.equals(Gallery.FOLDER) ? Optional.of(file.toString()) : Optional.empty());

    assertThat(gallery.red(LESSON, "open", Emission.MAIN, () -> "red")).isEmpty();
  }

  @Test
  void the_index_leads_to_the_files_of_a_lesson_from_where_it_lies() throws IOException {
    Files.createDirectories(folder.resolve("harness"));
    Path place = Files.createDirectories(folder.resolve("exercises/flink/target/kata"));
    Gallery gallery =
        Gallery.of(
            name -> name.equals(Gallery.FOLDER) ? Optional.of(place.toString()) : Optional.empty());

    gallery.index(List.of(new Index.Said(LESSON, "RED   flink/late", List.of())));

    assertThat(Files.readString(place.resolve("index.html")))
        .contains(
            """
            <p><a href="../../../../exercises/flink/src/main/java/kata/flink/late/Split.java">your code</a>
            <a href="../../../../exercises/flink/src/test/java/kata/flink/late/SplitTest.java">the test</a>
            <a href="../../../../docs/lessons/late.md">the page and its hints</a>
            <a href="../../../../docs/quick-reference.md">the calls</a>
            </p>
            """);
  }

  @Test
  void the_index_shows_every_verdict_in_full_beside_its_picture() throws IOException {
    Gallery gallery = gallery("all");
    Optional<String> path = gallery.red(LESSON, "open", Emission.MAIN, () -> "red");
    gallery.green(LESSON, "closed", Emission.MAIN, () -> "green");

    gallery.index(
        List.of(
            new Index.Said(LESSON, "RED   flink/late", List.of(verdict(path))),
            new Index.Said(
                new Lesson("flink", "late", "Done", "Do.", 1), "GREEN flink/late", List.of())));

    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains(
            "<pre>RED   flink/late  Split\n\n"
                + "  &lt;full text&gt;</pre>\n"
                + "<a href=\"flink-late-Split-open.svg\"><img src=\"flink-late-Split-open.svg\""
                + " alt=\"open: A &quot;late&quot; row.\"/>\n</a>")
        .contains("<img src=\"flink-late-Split-closed.svg\" alt=\"as expected\"/>")
        .contains("<a href=\"#flink/late/Done\">flink/late/Done</a>")
        .contains("<pre>GREEN flink/late</pre>")
        .doesNotContain("http:", "https:", "//");
    SvgFile.parse(page.replace("<!DOCTYPE html>", ""));
  }
}
