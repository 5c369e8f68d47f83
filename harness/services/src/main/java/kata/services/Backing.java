package kata.services;

/** Where services come from. Each is asked for once. */
interface Backing {

  /**
   * Starts Kafka.
   *
   * @throws kata.harness.lab.LabException when it does not start
   */
  Started<Kafka> kafka();

  /**
   * Starts PostgreSQL.
   *
   * @throws kata.harness.lab.LabException when it does not start
   */
  Started<Postgres> postgres();

  /**
   * Starts an S3 store.
   *
   * @throws kata.harness.lab.LabException when it does not start
   */
  Started<ObjectStore> objectStore();

  /**
   * A service that answers.
   *
   * @param origin what it is and what runs it, as in {@code Kafka 4.3.1 in process 4711}
   */
  record Started<T>(T service, String origin) {}
}
