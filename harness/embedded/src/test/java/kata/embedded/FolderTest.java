package kata.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  @Test
  void deletesAllThatIsInside(@TempDir Path outside) throws IOException {
    Folder folder = new Folder(Files.createDirectory(outside.resolve("data")));
    Files.writeString(folder.inside("kafka").resolve("log"), "0");

    folder.delete();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void leavesWhereALinkLeadsTo(@TempDir Path outside) throws IOException {
    Path target = Files.createDirectory(outside.resolve("else"));
    Files.writeString(target.resolve("file"), "0");
    Folder folder = new Folder(Files.createDirectory(outside.resolve("data")));
    Files.createSymbolicLink(folder.path().resolve("link"), target);

    folder.delete();

    assertThat(folder.path()).doesNotExist();
    assertThat(target.resolve("file")).exists();
  }
}
