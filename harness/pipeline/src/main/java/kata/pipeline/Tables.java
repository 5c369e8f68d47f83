package kata.pipeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.harness.lab.LabException;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Row;

/** The tables of one play, in a schema of their own. */
final class Tables implements AutoCloseable {

  private static final String NAMES =
      "select table_name from information_schema.tables where table_schema = current_schema() order"
          + " by 1";

  /** All connections of a play call themselves by the same name, and the lab's is one of them. */
  private static final String CUT_OTHERS =
      """
      select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where application_name = current_setting('application_name') and pid <> pg_backend_pid()
      """;

  private final Connection connection;

  /** Connects to a database in which the schema is the current one. */
  Tables(String url, String user, String password) {
    try {
      this.connection = DriverManager.getConnection(url, user, password);
    } catch (SQLException e) {
      throw new LabException(
          "PostgreSQL at %s refuses the lab: %s".formatted(url, e.getMessage()), e);
    }
  }

  /** Makes the tables. */
  void make(List<String> statements) {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new LabException(
            "PostgreSQL refuses a table of the story: %s%n%s".formatted(e.getMessage(), sql), e);
      }
    }
  }

  /** Closes every other connection of the play, and returns when they are closed. */
  void cutOthers() {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CUT_OTHERS);
    } catch (SQLException e) {
      throw new LabException(
          "PostgreSQL does not close the connections of the play: " + e.getMessage(), e);
    }
  }

  /** Returns all rows of each table, by its name. */
  Map<String, List<Row>> rows() {
    try (Statement statement = connection.createStatement()) {
      List<String> names = new ArrayList<>();
      try (ResultSet found = statement.executeQuery(NAMES)) {
        while (found.next()) {
          names.add(found.getString(1));
        }
      }
      Map<String, List<Row>> rows = new LinkedHashMap<>();
      for (String name : names) {
        try (ResultSet found = statement.executeQuery("select * from \"%s\"".formatted(name))) {
          rows.put(name, rows(found));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new LabException("The tables of the play cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Returns what the database answers to a learner's query.
   *
   * @param question the name of the question
   */
  List<Row> answers(String question, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return rows(found);
    } catch (SQLException e) {
      throw new LearnerMistake(
          "The database refuses your query for \"%s\".".formatted(question),
          e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static List<Row> rows(ResultSet found) throws SQLException {
    List<Row> rows = new ArrayList<>();
    ResultSetMetaData columns = found.getMetaData();
    while (found.next()) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        values.put(columns.getColumnLabel(i), value(found, i, columns.getColumnTypeName(i)));
      }
      rows.add(Row.of(values));
    }
    return rows;
  }

  /** The zone of this machine must not have a say in what a timestamp is. */
  private static Object value(ResultSet found, int column, String type) throws SQLException {
    if (type.equals("timestamptz")) {
      OffsetDateTime moment = found.getObject(column, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }
    if (type.equals("timestamp")) {
      LocalDateTime moment = found.getObject(column, LocalDateTime.class);
      return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
    return found.getObject(column);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new LabException("PostgreSQL does not let go of the lab: " + e.getMessage(), e);
    }
  }
}
