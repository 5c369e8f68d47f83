package kata.harness.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kata.harness.picture.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresProofTest {

  private static final String TOPIC = "figures";
  private static final String PAGES = "every figure is on a page";

  private final String before = System.getProperty(Workbook.ROOT);

  @TempDir private Path root;
  private Path page;
  private Path figure;

  @BeforeEach
  void write_a_page() throws IOException {
    System.clearProperty(AnswersProof.UPDATE);
    System.setProperty(Workbook.ROOT, root.toString());
    page = root.resolve("docs/lessons/figures.md");
    figure = root.resolve("docs/lessons/figures/figures-boundary.svg");
    Files.createDirectories(figure.getParent());
    Files.writeString(page, "Text ![three views](figures/figures-boundary.svg) and more.");
  }

  @AfterEach
  void restore() {
    System.clearProperty(AnswersProof.UPDATE);
    if (before == null) {
      System.clearProperty(Workbook.ROOT);
    } else {
      System.setProperty(Workbook.ROOT, before);
    }
  }

  private static Map<String, String> prove() {
    try (FiguresProof proof = new FiguresProof("drawn")) {
      return Dynamic.run(proof.tests());
    }
  }

  @Test
  void a_figure_is_drawn_on_demand_and_then_proved() throws IOException {
    System.setProperty(AnswersProof.UPDATE, "true");
    assertThat(prove()).containsEntry(TOPIC, Dynamic.PASSED);
    System.clearProperty(AnswersProof.UPDATE);

    assertThat(figure).content().contains("<title>boundary: ");
    assertThat(prove()).containsEntry(TOPIC, Dynamic.PASSED).containsEntry(PAGES, Dynamic.PASSED);
  }

  @Test
  void a_figure_that_is_missing_or_old_is_told() throws IOException {
    String stale =
        "docs/lessons/figures/figures-boundary.svg is not what the reference shows today. Run: mvn"
            + " verify -Dkata.update=true, look at the change, run again without.";
    assertThat(prove()).containsEntry(TOPIC, stale);

    Files.writeString(figure, "<svg/>");
    assertThat(prove()).containsEntry(TOPIC, stale);
  }

  @Test
  void a_figure_of_no_scenario_is_told() throws IOException {
    Files.writeString(page, "![nothing](figures/figures-nowhere.svg)");

    assertThat(prove().get(TOPIC))
        .isEqualTo(
            "docs/lessons/figures.md shows figures-nowhere.svg, and no lesson of the topic plays"
                + " such a scenario.");
  }

  @Test
  void a_figure_on_no_page_is_told() throws IOException {
    Files.writeString(root.resolve("docs/lessons/figures/figures-gap.svg"), "<svg/>");

    assertThat(prove())
        .containsEntry(PAGES, "No page shows docs/lessons/figures/[figures-gap.svg].");
  }
}
