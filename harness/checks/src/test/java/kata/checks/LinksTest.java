package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  @Test
  void aLinkThatLeadsNowhereIsNamedWithItsLine(@TempDir Path root) throws IOException {
    TinyWorkbook tiny = new TinyWorkbook(root);
    tiny.write("docs/cup.md", "");
    tiny.write(
        "docs/tea.md",
        """
        [cup](cup.md), [its handle](cup.md#handle), [here](#tea), [web](https://example.org/x)
        ![steam](steam.svg) and [pot](../pot.md "The pot")
        [`saucer`](cup.md), `[code](is-no-link.md)`
        ```
        [code](is-no-link.md)
        ```
        """);
    assertThat(Links.problems(tiny.workbook(), "docs/tea.md"))
        .containsExactly(
            "docs/tea.md:2: the link to steam.svg leads nowhere",
            "docs/tea.md:2: the link to ../pot.md leads nowhere");
  }
}
