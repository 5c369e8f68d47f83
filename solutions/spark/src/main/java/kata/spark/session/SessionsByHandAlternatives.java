package kata.spark.session;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import kata.spark.lab.StreamQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/** Right answers, written differently. */
public final class SessionsByHandAlternatives {

  private SessionsByHandAlternatives() {}

  /** Keeps the events, and finds the sessions among them whenever something happens. */
  public static final class KeepEvents implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return HandMade.sessions(events, new HandMade());
    }
  }

  /**
   * Groups by a column, is called each time that the watermark moves, and updates in update mode.
   */
  public static final class CalledEachTime implements StreamQuery {

    @Override
    public Dataset<Row> build(Dataset<Row> events) {
      return events
          .groupBy(col("user_id"))
          .as(Encoders.STRING(), Encoders.row(events.schema()))
          .flatMapGroupsWithState(
              new Look(),
              OutputMode.Update(),
              Encoders.javaSerialization(HandMade.Kept.class),
              Encoders.row(SessionsByHand.COLUMNS),
              GroupStateTimeout.EventTimeTimeout());
    }

    @Override
    public OutputMode outputMode() {
      return OutputMode.Update();
    }

    private static final class Look extends HandMade {

      private static final long serialVersionUID = 1L;

      @Override
      void keep(List<Event> events, GroupState<Kept> state) {
        if (events.isEmpty()) {
          state.remove();
        } else {
          state.update(new Kept(events));
          state.setTimeoutTimestamp(Math.max(1, state.getCurrentWatermarkMs()));
        }
      }
    }
  }
}
