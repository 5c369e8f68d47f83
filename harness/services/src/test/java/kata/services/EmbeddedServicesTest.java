package kata.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedServicesTest implements ServicesContract {

  @RegisterExtension
  static final ServicesExtension SERVICES =
      new ServicesExtension(
          new Services(() -> new Embedded(EmbeddedModule.ofThisWorkbook()), ThisRun::say));

  @BeforeAll
  static void startSideBySide(Services services) {
    services.startAll();
  }

  @Test
  void theStoreIsCalledByItsName(ObjectStore store) {
    assertThat(store.name()).isEqualTo("S3Proxy");
  }
}
