package kata.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs where containers are wished for, or would be taken without a wish. */
class ContainerServicesTest implements ServicesContract {

  @RegisterExtension
  static final ServicesExtension SERVICES =
      new ServicesExtension(new Services(() -> Containers.of(DockerSearch.here()), ThisRun::say));

  @BeforeAll
  static void containersAreTheChoice() {
    Choice choice = Choice.of(System.getProperty(Choice.OPTION), DockerSearch::here);
    assumeTrue(choice.kind() == Choice.Kind.containers, () -> "not run: " + choice);
  }

  @Test
  void theStoreIsCalledByItsName(ObjectStore store) {
    assertThat(store.name()).isIn("MinIO", "S3Proxy");
  }
}
