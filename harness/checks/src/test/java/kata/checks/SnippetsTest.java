package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {

  @TempDir private Path root;
  private TinyWorkbook tiny;

  @BeforeEach
  void writeASource() throws IOException {
    tiny = new TinyWorkbook(root);
    tiny.write("src/Tea.java", "class Tea {\n  void drink() {\n    cup.empty();\n  }\n}\n");
  }

  private List<String> problems(String page) throws IOException {
    tiny.write("docs/tea.md", page);
    return new Snippets(tiny.workbook(), "docs/tea.md").problems();
  }

  @Test
  void codeThatStandsInItsSourceIsRight() throws IOException {
    assertThat(
            problems(
                "Drink:\n\n"
                    + "<!-- snippet: src/Tea.java -->\n"
                    + "```java\n"
                    + "void drink() {\n"
                    + "  cup.empty();\n"
                    + "```\n"))
        .isEmpty();
  }

  @Test
  void otherLanguagesAreNotCompared() throws IOException {
    assertThat(problems("```\nmvn test\n```\n\n```bash\nmvn verify\n```\n")).isEmpty();
  }

  @Test
  void aPageMayShowHowAPageIsWritten() throws IOException {
    assertThat(problems("````\n```java\nint milk;\n```\n````\n")).isEmpty();
  }

  @Test
  void codeWithoutASourceIsRefused() throws IOException {
    assertThat(problems("Drink:\n\n```java\nvoid drink() {\n```\n"))
        .containsExactly(
            "docs/tea.md:3: put <!-- snippet: path/to/File.java --> on the line above this Java"
                + " code");
  }

  @Test
  void aSourceThatDoesNotExistIsNamed() throws IOException {
    assertThat(problems("<!-- snippet: src/Milk.java -->\n```java\nint a;\n```\n"))
        .containsExactly("docs/tea.md:2: src/Milk.java does not exist");
  }

  @Test
  void theFirstLineThatDiffersIsShown() throws IOException {
    assertThat(
            problems(
                "<!-- snippet: src/Tea.java -->\n```java\nvoid drink() {\n  cup.fill();\n```\n"))
        .containsExactly(
            "docs/tea.md:4: here is \"cup.fill();\", and src/Tea.java:3 is \"cup.empty();\"");
  }

  @Test
  void codeThatStandsNowhereIsNamed() throws IOException {
    assertThat(problems("<!-- snippet: src/Tea.java -->\n```java\nint milk;\n```\n"))
        .containsExactly("docs/tea.md:3: src/Tea.java has no line \"int milk;\"");
  }

  @Test
  void codeThatGoesOnAfterItsSourceIsNamed() throws IOException {
    assertThat(problems("<!-- snippet: src/Tea.java -->\n```java\n  }\n}\nint milk;\n```\n"))
        .containsExactly(
            "docs/tea.md:5: here is \"int milk;\", and src/Tea.java:6 is \"past its end\"");
  }
}
