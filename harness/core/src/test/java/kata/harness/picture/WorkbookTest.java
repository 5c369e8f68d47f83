package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

  @TempDir private Path folder;

  @Test
  void the_root_is_the_nearest_folder_above_that_has_the_parts_of_the_workbook()
      throws IOException {
    Path deep = Files.createDirectories(folder.resolve("root/exercises/flink/target"));
    Files.createDirectories(folder.resolve("root/harness"));

    assertThat(Workbook.above(deep)).contains(folder.resolve("root"));
    assertThat(Workbook.above(folder)).isEmpty();
  }

  @Test
  void an_engine_without_lessons_has_no_place_for_pictures() {
    assertThat(Workbook.pictures("no-such-engine")).isEmpty();
  }
}
