package kata.spark.session;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Say of each session of a user what happened in it, without {@code session_window}: with a state
 * of your own and a timeout.
 *
 * <p>The sessions are those of {@link SessionAnalytics}, and so are the columns. The events have
 * the columns user_id, event_type, page, event_time and more; their watermark is set. Group them by
 * user, and update a state of yours for each user with flatMapGroupsWithState. A session ends with
 * a silence of more than 30 minutes; its row comes out when the watermark has reached the end of
 * its window, 30 minutes after its last event, even if this user never comes back: that is what a
 * timeout of event time is for. A user may have several sessions open at once, because events come
 * out of order, and one that comes between two sessions may join them.
 *
 * <p>When a user has no open session any more, nothing of the user is left in the state. Spark
 * drops events that the watermark has passed before your function sees them. Should a micro-batch
 * fail, Spark runs it again from the state before it, and the rows are the same. The class of your
 * state must be public. Read docs/lessons/session.md.
 */
public final class SessionsByHand implements StreamQuery {

  /** The columns of the result, for an encoder of rows. */
  static final StructType COLUMNS =
      StructType.fromDDL(
          "window_start TIMESTAMP, window_end TIMESTAMP, user STRING, seconds BIGINT,"
              + " events BIGINT, pages BIGINT, entry STRING, exit STRING, bought BOOLEAN");

  @Override
  public Dataset<Row> build(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
