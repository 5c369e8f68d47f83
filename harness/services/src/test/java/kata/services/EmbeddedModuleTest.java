package kata.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedModuleTest {

  @TempDir Path root;

  @Test
  void putsTheClassesBeforeTheJars() throws IOException {
    Path jar = Files.createFile(root.resolve("a.jar"));
    Path target = built(jar.toString());

    assertThat(new EmbeddedModule(root).classPath())
        .isEqualTo(target.resolve("classes") + File.pathSeparator + jar);
  }

  @Test
  void saysHowToBuildIt() {
    assertThatThrownBy(() -> new EmbeddedModule(root).classPath())
        .isInstanceOf(LabException.class)
        .hasMessage(
            """
            The embedded services are not built: there is no \
            %s/harness/embedded/target/class-path. Run this in %s once, and then the test again:
              mvn compile -pl harness/embedded\
            """,
            root, root);
  }

  @Test
  void saysWhichJarIsGone() throws IOException {
    built(root.resolve("gone.jar").toString());

    assertThatThrownBy(() -> new EmbeddedModule(root).classPath())
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith(
            "The embedded services are not built: there is no %s/gone.jar. Run", root);
  }

  private Path built(String classPath) throws IOException {
    Path target = root.resolve("harness/embedded/target");
    Files.createDirectories(target.resolve("classes"));
    Files.writeString(target.resolve("class-path"), classPath + "\n");
    return target;
  }
}
