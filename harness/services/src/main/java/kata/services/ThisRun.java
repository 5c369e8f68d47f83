package kata.services;

/** The services of this JVM, and what they say of themselves. */
final class ThisRun {

  static final Services SERVICES = new Services(ThisRun::backing, ThisRun::say);

  private static Backing backing;

  private ThisRun() {}

  static void say(String notice) {
    System.out.println("services: " + notice);
  }

  /** Chooses when the first service is asked for; a failed choice is no choice. */
  private static synchronized Backing backing() {
    if (backing == null) {
      backing = choose();
    }
    return backing;
  }

  private static Backing choose() {
    Choice choice = Choice.of(System.getProperty(Choice.OPTION), DockerSearch::here);
    say(choice.toString());
    return switch (choice.kind()) {
      case containers -> Containers.of(DockerSearch.here());
      case embedded -> new Embedded(EmbeddedModule.ofThisWorkbook());
    };
  }
}
