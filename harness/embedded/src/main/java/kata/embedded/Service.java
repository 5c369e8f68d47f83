package kata.embedded;

/** A service that runs in this JVM, or below it. */
interface Service {

  /**
   * Starts the service and returns when it answers.
   *
   * @return the port on 127.0.0.1
   * @throws Exception when it does not start; it may then be stopped and started once more
   */
  int start() throws Exception;

  /** Stops what has been started, if anything has. */
  void stop();
}
