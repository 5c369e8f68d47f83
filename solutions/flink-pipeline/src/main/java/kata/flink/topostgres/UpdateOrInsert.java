package kata.flink.topostgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import kata.datasets.PageCount;
import kata.pipeline.Connections;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Writes rows in one transaction for each checkpoint: an update, or else an insert. */
final class UpdateOrInsert implements SinkWriter<PageCount> {

  private final Connection database;
  private final List<PageCount> rows = new ArrayList<>();

  UpdateOrInsert(Connections at) throws IOException {
    try {
      database =
          DriverManager.getConnection(at.databaseUrl(), at.databaseUser(), at.databasePassword());
      database.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void write(PageCount row, Context context) {
    rows.add(row);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    try (PreparedStatement update =
            database.prepareStatement(
                "update page_views set views = ? where window_start = ? and page = ?");
        PreparedStatement insert =
            database.prepareStatement("insert into page_views values (?, ?, ?, ?)")) {
      for (PageCount row : rows) {
        update.setLong(1, row.views());
        update.setTimestamp(2, Timestamp.from(row.windowStart()));
        update.setString(3, row.page());
        if (update.executeUpdate() == 0) {
          insert.setTimestamp(1, Timestamp.from(row.windowStart()));
          insert.setTimestamp(2, Timestamp.from(row.windowEnd()));
          insert.setString(3, row.page());
          insert.setLong(4, row.views());
          insert.executeUpdate();
        }
      }
      database.commit();
      rows.clear();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
