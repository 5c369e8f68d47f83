package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.Test;

class SyllabusTest {

  private static final Workbook WORKBOOK = Workbook.ofThisBuild();

  @Test
  void isUpToDate() throws IOException {
    String page = Syllabus.page(Catalogue.load());
    if (Boolean.getBoolean("kata.update")) {
      Files.writeString(WORKBOOK.root().resolve(Syllabus.FILE), page);
    }
    assertThat(WORKBOOK.text(Syllabus.FILE))
        .as("%s; write it anew with -Dkata.update=true", Syllabus.FILE)
        .isEqualTo(page);
  }

  @Test
  void keepsTheOrderOfTheCatalogueWithinEachTopic() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Lesson("flink", "late", "Second", "Do this.", 20),
                new Lesson("flink", "tumbling", "Third", "Do that.", 25),
                new Lesson(
                    "spark",
                    "late",
                    "Second",
                    "Do this.",
                    15,
                    "spark",
                    "ClickEvent",
                    List.of(),
                    Map.of("joined", "Spark drops it."))));
    assertThat(Syllabus.page(catalogue))
        .endsWith(
            """
            ## [late](lessons/late.md)

            | lesson | you build | minutes |
            |---|---|---|
            | `-Dflink=late/Second` | Do this. | 20 |
            | `-Dspark=late/Second` | Do this. | 15 |

            Story `joined` of `Second`: Spark drops it.

            ## [tumbling](lessons/tumbling.md)

            | lesson | you build | minutes |
            |---|---|---|
            | `-Dflink=tumbling/Third` | Do that. | 25 |

            3 lessons, about 1 h.
            """);
  }
}
