package kata.producer;

/** What keeps Kafka from taking the events: the message names it, and says what to do. */
final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String message) {
    super(message);
  }
}
