package kata.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import kata.harness.lab.LabException;

/**
 * A schema of one's own in PostgreSQL, empty at first.
 *
 * @param name letters, digits and underscores; no need to quote it
 * @param jdbcUrl the JDBC address at which tables without a schema are in this one
 * @param user the user, who may do everything
 * @param password the user's password
 */
public record Schema(String name, String jdbcUrl, String user, String password) {

  static Schema in(Postgres postgres, String name) {
    String url = postgres.jdbcUrl();
    Schema schema =
        new Schema(
            name,
            url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name,
            postgres.user(),
            postgres.password());
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + name);
    } catch (SQLException e) {
      throw new LabException(
          "PostgreSQL at " + url + " does not make the schema " + name + ": " + e.getMessage(), e);
    }
    return schema;
  }

  /**
   * Opens a connection to this schema; the caller closes it.
   *
   * @throws SQLException when the server does not take it
   */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }
}
