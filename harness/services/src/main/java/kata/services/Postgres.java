package kata.services;

/** A PostgreSQL server that runs as long as this JVM. */
public interface Postgres {

  /** Returns the JDBC address of the whole database. */
  String jdbcUrl();

  /** Returns the user, who may do everything. */
  String user();

  /** Returns the user's password. */
  String password();

  /**
   * Makes a schema that nobody else has.
   *
   * @param about what its name should begin with
   * @throws kata.harness.lab.LabException when the server does not take it
   */
  default Schema schema(String about) {
    return Schema.in(this, OwnName.of(about).underscored());
  }
}
