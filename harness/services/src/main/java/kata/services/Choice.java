package kata.services;

import java.util.function.Supplier;
import kata.harness.lab.LabException;

/**
 * Which backing a run takes.
 *
 * @param kind the backing
 * @param why the reason, to follow "because"
 */
record Choice(Kind kind, String why) {

  /** System property: where services come from. */
  static final String OPTION = "services";

  /** The backings, named as on the command line. */
  enum Kind {
    containers,
    embedded
  }

  /**
   * Takes what is wished for; without a wish, containers where Docker answers.
   *
   * @param wish what {@code -Dservices} says, or nothing
   * @throws LabException when the wish names no backing
   */
  static Choice of(String wish, Supplier<DockerSearch> search) {
    if (wish != null && !wish.isBlank()) {
      return new Choice(kind(wish), "-D" + OPTION + "=" + wish + " says so");
    }
    DockerSearch found = search.get();
    return found
        .daemon()
        .map(docker -> new Choice(Kind.containers, "Docker answers at " + docker.address()))
        .orElseGet(
            () ->
                new Choice(
                    Kind.embedded, "no Docker answers (" + String.join("; ", found.tried()) + ")"));
  }

  private static Kind kind(String wish) {
    return switch (wish) {
      case "containers" -> Kind.containers;
      case "embedded" -> Kind.embedded;
      default ->
          throw new LabException(
              "There are no services \""
                  + wish
                  + "\". For -D"
                  + OPTION
                  + "= there are:\n  containers\n  embedded\n"
                  + "Without it, containers are taken where Docker answers, else embedded.");
    };
  }

  @Override
  public String toString() {
    return kind + ", because " + why;
  }
}
