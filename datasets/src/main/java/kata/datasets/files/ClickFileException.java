package kata.datasets.files;

/** Text that is not a click: its message names the file, the line, what is wrong and what to do. */
public final class ClickFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ClickFileException(String message) {
    super(message);
  }
}
