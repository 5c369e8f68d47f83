package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what the pages of this workbook show and link to. */
class PagesTest {

  private static final Workbook WORKBOOK = Workbook.ofThisBuild();

  static Stream<String> pages() {
    return WORKBOOK.files("", ".md").stream();
  }

  @Test
  void pagesAreFound() {
    assertThat(pages()).contains("README.md", "CONTRIBUTING.md", "docs/lessons/tumbling.md");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeIsCutFromCompiledSource(String page) {
    assertThat(new Snippets(WORKBOOK, page).problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(String page) {
    assertThat(Links.problems(WORKBOOK, page)).isEmpty();
  }
}
