package kata.flink.pipeline;

/** The failure that a story lets happen to a pipeline. */
final class Outage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Outage() {
    super("The machine that read the topics has failed, as the story wants it.");
  }
}
