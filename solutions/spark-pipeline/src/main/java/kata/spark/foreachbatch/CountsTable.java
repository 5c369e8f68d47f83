package kata.spark.foreachbatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import kata.pipeline.Connections;
import org.apache.spark.sql.Row;

/** The tables of the lesson. */
final class CountsTable {

  static final String INSERT =
      "insert into page_views (window_start, window_end, page, views) values (?, ?, ?, ?)";

  /** Replaces the count of a window and page. */
  static final String REPLACE =
      INSERT + " on conflict (window_start, page) do update set views = excluded.views";

  /** Adds to the count of a window and page. */
  static final String ADD =
      INSERT
          + " on conflict (window_start, page)"
          + " do update set views = page_views.views + excluded.views";

  private static final String NOTE =
      "insert into batches (batch_id) values (?) on conflict do nothing";

  private CountsTable() {}

  /** Connects; nothing is seen by others before it is committed. */
  static Connection connect(Connections at) throws SQLException {
    Connection database =
        DriverManager.getConnection(at.databaseUrl(), at.databaseUser(), at.databasePassword());
    database.setAutoCommit(false);
    return database;
  }

  /** Writes counts with one of the statements above. */
  static void write(Connection database, String sql, Iterator<Row> counts) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      while (counts.hasNext()) {
        Row count = counts.next();
        statement.setTimestamp(1, count.getAs("window_start"));
        statement.setTimestamp(2, count.getAs("window_end"));
        statement.setString(3, count.getAs("page"));
        statement.setLong(4, count.getAs("views"));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Notes the number of a batch, and returns whether it is new. */
  static boolean note(Connection database, long batch) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(NOTE)) {
      statement.setLong(1, batch);
      return statement.executeUpdate() == 1;
    }
  }
}
