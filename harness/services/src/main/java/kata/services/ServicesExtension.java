package kata.services;

import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the services that they name as parameters: {@link Kafka}, {@link Postgres} and {@link
 * ObjectStore}, shared by all; a {@link Schema} and a {@link Bucket}, new for each parameter.
 */
public final class ServicesExtension implements ParameterResolver {

  private static final Map<Class<?>, BiFunction<Services, String, Object>> GIVEN =
      Map.of(
          Services.class, (services, test) -> services,
          Kafka.class, (services, test) -> services.kafka(),
          Postgres.class, (services, test) -> services.postgres(),
          ObjectStore.class, (services, test) -> services.objectStore(),
          Schema.class, (services, test) -> services.postgres().schema(test),
          Bucket.class, (services, test) -> services.objectStore().bucket(test));

  private final Services services;

  /** Gives the services of this run. */
  public ServicesExtension() {
    this(Services.ofThisRun());
  }

  ServicesExtension(Services services) {
    this.services = services;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return GIVEN.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    String name = test.getTestMethod().map(method -> method.getName()).orElse("all");
    return GIVEN.get(parameter.getParameter().getType()).apply(services, name);
  }
}
