package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.datasets.Happening;
import kata.datasets.Scenario;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the page about faults lists what goes wrong in the stories, and nothing else. */
class FaultsPageTest {

  private static final String PAGE = "docs/faults.md";
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (?<fault>[^|]+) \\| `(?<topic>[a-z]+)/(?<lessons>.+)` \\| `(?<stories>.+)`"
              + " \\|$");
  private static final String COMMA = "`, `";
  private static final int KINDS = 12;

  /** A row of the page: what goes wrong, and in which stories of which lessons of a topic. */
  private record Row(String fault, String topic, List<String> lessons, List<String> stories) {

    static Row of(MatchResult row) {
      return new Row(
          row.group(1),
          row.group(2),
          List.of(row.group(3).split(COMMA)),
          List.of(row.group(4).split(COMMA)));
    }

    boolean tells(String otherTopic, Scenario<?> scenario) {
      return topic.equals(otherTopic) && stories.contains(scenario.name());
    }
  }

  static List<Row> rows() {
    return ROW.matcher(Workbook.ofThisBuild().text(PAGE)).results().map(Row::of).toList();
  }

  static Stream<String> topics() {
    return Catalogue.load().lessons().stream().map(Lesson::topic).distinct();
  }

  private static Set<Happening> faults(Scenario<?> scenario) {
    return scenario.steps().stream()
        .map(Scenario.Step::then)
        .filter(it -> it != Happening.NOTHING && it != Happening.CHECKPOINT)
        .collect(Collectors.toSet());
  }

  @Test
  void thereAreManyKinds() {
    assertThat(rows()).extracting(Row::fault).doesNotHaveDuplicates();
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(KINDS);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowNamesLessonsAndStoriesThatAreThere(Row row) {
    assertThat(Catalogue.load().lessons())
        .filteredOn(lesson -> lesson.topic().equals(row.topic()))
        .as("the lessons of \"%s\"", row.topic())
        .extracting(Lesson::name)
        .containsAll(row.lessons());
    assertThat(Scenarios.of(row.topic()))
        .as("the stories of \"%s\"", row.topic())
        .extracting(it -> it.name())
        .containsAll(row.stories());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aStoryWithAFaultIsOnThePage(String topic) {
    List<Row> rows = rows();
    assertThat(
            Scenarios.of(topic).stream()
                .filter(it -> !faults(it).isEmpty())
                .filter(it -> rows.stream().noneMatch(row -> row.tells(topic, it)))
                .map(Scenario::name))
        .as("something goes wrong in these stories of \"%s\": say in %s what it is", topic, PAGE)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NOTHING", "CHECKPOINT"})
  void whatCanHappenHappens(Happening fault) {
    assertThat(topics())
        .as("%s happens in no story", fault)
        .anyMatch(it -> Scenarios.of(it).stream().anyMatch(told -> faults(told).contains(fault)));
  }
}
