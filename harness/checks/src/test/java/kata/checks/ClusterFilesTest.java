package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what docs/cluster.md hands out to those who run a pipeline outside of its lesson. */
class ClusterFilesTest {

  private static final String TABLES = "docs/cluster/tables.sql";
  private static final Workbook WORKBOOK = Workbook.ofThisBuild();

  static Stream<String> tables() {
    return Catalogue.load().lessons().stream()
        .filter(lesson -> lesson.module().endsWith("-pipeline"))
        .flatMap(lesson -> Scenarios.of(lesson.topic()).stream())
        .flatMap(scenario -> scenario.setting().tables().stream())
        // The rest lets a table refuse rows, as a cluster's should not.
        .filter(statement -> statement.startsWith("create table"))
        .distinct();
  }

  @Test
  void tablesAreFound() {
    assertThat(tables()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableOfAStoryIsMadeForACluster(String statement) {
    assertThat(WORKBOOK.text(TABLES))
        .as("%s needs the table that the stories of a lesson make", TABLES)
        .containsIgnoringWhitespaces(statement.strip() + ";");
  }
}
