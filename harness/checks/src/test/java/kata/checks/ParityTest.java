package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares what the references of both engines show, where both teach the same lesson. */
class ParityTest {

  private static final Lesson FLINK = new Lesson("flink", "tiny", "Count", "Count.", 1);
  private static final Lesson SPARK = new Lesson("spark", "tiny", "Count", "Count.", 1);
  private static final Lesson DIFFERENT =
      new Lesson(
          "spark",
          "tiny",
          "Count",
          "Count.",
          1,
          "spark",
          "ClickEvent",
          List.of(),
          Map.of("late", "Because."));
  private static final String ONE = "{\"late\": [\"12:05 one\"], \"tie\": [\"12:05 two\"]}";
  private static final String OTHER = "{\"late\": [\"12:05 none\"], \"tie\": [\"12:05 two\"]}";

  @TempDir private Path root;

  @TestFactory
  Stream<DynamicTest> bothEnginesShowTheSame() {
    Catalogue catalogue = Catalogue.load();
    Parity parity = new Parity(Workbook.ofThisBuild());
    return catalogue.of("spark").stream()
        .flatMap(
            spark ->
                catalogue
                    .counterpart(spark)
                    .map(
                        flink ->
                            dynamicTest(
                                spark.topic() + "/" + spark.name(),
                                () -> assertThat(parity.problems(flink, spark)).isEmpty()))
                    .stream());
  }

  private Parity recorded(String flink, String spark) throws IOException {
    TinyWorkbook tiny = new TinyWorkbook(root);
    tiny.write("solutions/flink/target/recordings/tiny-Count.json", flink);
    tiny.write("solutions/spark/target/recordings/tiny-Count.json", spark);
    return new Parity(tiny.workbook());
  }

  @Test
  void equalRecordingsAreNoProblem() throws IOException {
    assertThat(recorded(ONE, ONE).problems(FLINK, SPARK)).isEmpty();
  }

  @Test
  void aDifferenceIsNamedWithItsRows() throws IOException {
    assertThat(recorded(ONE, OTHER).problems(FLINK, SPARK))
        .singleElement()
        .asString()
        .startsWith("flink/tiny/Count and spark/tiny/Count differ in late.")
        .contains("[12:05 one]", "[12:05 none]");
  }

  @Test
  void aScenarioThatOnlyOneHasIsADifference() throws IOException {
    assertThat(recorded(ONE, "{\"late\": [\"12:05 one\"]}").problems(FLINK, SPARK)).hasSize(1);
  }

  @Test
  void aStatedDifferenceIsNoProblemUntilItIsGone() throws IOException {
    assertThat(recorded(ONE, OTHER).problems(FLINK, DIFFERENT)).isEmpty();
    assertThat(recorded(ONE, ONE).problems(FLINK, DIFFERENT))
        .containsExactly(
            "flink/tiny/Count and spark/tiny/Count show the same in late."
                + " Remove it from \"differs\" in the catalogue");
  }

  @Test
  void whatWasNotRecordedIsNamed() {
    assertThat(new Parity(new Workbook(root)).problems(FLINK, SPARK))
        .containsExactly(
            "flink/tiny/Count has not been recorded in solutions/flink/target/recordings."
                + " Run: mvn verify",
            "spark/tiny/Count has not been recorded in solutions/spark/target/recordings."
                + " Run: mvn verify");
  }
}
