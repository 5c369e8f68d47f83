package kata.spark.capstone;

import kata.harness.verdict.NotSolvedYet;
import kata.spark.lab.ReportsQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Write four reports about a morning in the shop.
 *
 * <p>The events are clicks of all types. Each report is a method; the test plays and judges each on
 * its own, so write them one after the other.
 *
 * <ul>
 *   <li><b>sessions</b>: for each user and session, start and end of the session, user, and number
 *       of events of whatever type. A session ends with a silence of more than 30 minutes; its end
 *       is 30 minutes after its last event.
 *   <li><b>conversion</b>: for each five minutes with an event, the number of events of whatever
 *       type, of visitors (different users with an event), of buyers (different users with a
 *       purchase), and of buyers for each thousand visitors, rounded down to a whole number.
 *   <li><b>trending</b>: every two minutes, the page with the most page views in the last ten
 *       minutes, and how many it had. Of equals, the page that sorts first wins. A window without
 *       page views has no row.
 *   <li><b>late</b>: each event that came too late for its five minutes, at once: identifier and
 *       time of the event. Together with the events of <i>conversion</i> they are all there were.
 * </ul>
 *
 * <p>A row of the first three comes out when its window is complete, and a late event counts in
 * those of its windows that are not. The columns are window_start and window_end; then user and
 * events; or events, visitors, buyers and per_mille; or page and views. A late event has event_id
 * and event_time. Read docs/lessons/capstone.md.
 */
public final class ShopMorning implements ReportsQuery {

  @Override
  public Dataset<Row> report(String name, Dataset<Row> events) {
    return switch (name) {
      case "sessions" -> sessions(events);
      case "conversion" -> conversion(events);
      case "trending" -> trending(events);
      case "late" -> late(events);
      default -> throw new IllegalArgumentException(name);
    };
  }

  Dataset<Row> sessions(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  Dataset<Row> conversion(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  Dataset<Row> trending(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }

  Dataset<Row> late(Dataset<Row> events) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
