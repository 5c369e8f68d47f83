package kata.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks that the catalogue and the tree say the same. */
class CatalogueTest {

  private static final boolean STRICT = Boolean.getBoolean("kata.strict");

  private final Workbook workbook = Workbook.ofThisBuild();

  @TestFactory
  Stream<DynamicTest> everyLessonHasAllItsParts() {
    LessonParts parts = new LessonParts(workbook, STRICT);
    return Catalogue.load().lessons().stream()
        .map(it -> dynamicTest(it.id(), () -> assertThat(parts.problems(it)).isEmpty()));
  }

  @Test
  void everyPartBelongsToALesson() {
    assertThat(new Strays(workbook, Catalogue.load()).problems(STRICT)).isEmpty();
  }
}
