package kata.kafka.lab;

/** The end of a program, as the story wants it. */
final class ProgramDies extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProgramDies() {
    super("The program dies here, as the story wants it.");
  }
}
