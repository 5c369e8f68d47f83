package kata.datasets.files;

/**
 * Text that is not an event: its message names the file, the line, what is wrong and what to do.
 */
public final class EventFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  EventFileException(String message) {
    super(message);
  }
}
