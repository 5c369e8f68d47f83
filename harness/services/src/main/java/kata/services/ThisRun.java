package kata.services;

/** The services of this JVM, and what they say of themselves. */
final class ThisRun {

  static final Services SERVICES = new Services(Chosen::backing, ThisRun::say);

  private ThisRun() {}

  static void say(String notice) {
    System.out.println("services: " + notice);
  }

  /** Chooses once, when the first service is asked for. */
  private static final class Chosen {

    private static final Backing BACKING = choose();

    static Backing backing() {
      return BACKING;
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
}
