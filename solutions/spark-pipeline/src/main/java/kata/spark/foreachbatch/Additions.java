package kata.spark.foreachbatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What those need who add to the counts in the table instead of replacing them. */
final class Additions {

  static final String ADD =
      CountsByBatch.INSERT
          + " on conflict (window_start, page)"
          + " do update set views = page_views.views + excluded.views";

  private static final String NOTE =
      "insert into batches (batch_id) values (?) on conflict do nothing";

  private Additions() {}

  /** Notes the number of a batch, and returns whether it is new. */
  static boolean note(Connection database, long batch) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(NOTE)) {
      statement.setLong(1, batch);
      return statement.executeUpdate() == 1;
    }
  }
}
