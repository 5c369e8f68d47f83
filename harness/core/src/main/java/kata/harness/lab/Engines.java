package kata.harness.lab;

import java.util.List;
import java.util.ServiceLoader;

/** Finds the engine. */
public final class Engines {

  private Engines() {}

  /**
   * Returns the engine of this class path, not started yet: the one that no other replaces.
   *
   * @throws LabException if there is none, or more than one
   */
  public static Engine find() {
    List<Engine> all =
        ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get).toList();
    List<Engine> engines =
        all.stream()
            .filter(engine -> all.stream().noneMatch(other -> other.replaces(engine)))
            .toList();
    if (engines.size() != 1) {
      throw new LabException(
          "A lesson needs exactly one engine on its class path, and there are %d: %s. Check the module's pom.xml."
              .formatted(engines.size(), engines.stream().map(Engine::name).toList()));
    }
    return engines.get(0);
  }
}
