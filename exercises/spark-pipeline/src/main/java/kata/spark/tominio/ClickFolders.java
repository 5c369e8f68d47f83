package kata.spark.tominio;

import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Put clicks into folders by the hour in which they happened, each of them once.
 *
 * <p>The topic "clicks" holds JSON, with more fields than you need:
 *
 * <pre>{@code
 * {"event_id":"e1","user_id":"ann","page":"/home","event_time":"2024-03-04T12:04:59.999Z", ...}
 * }</pre>
 *
 * <p>Write Parquet files with the columns event_id, user_id, page and event_time, a timestamp,
 * below {@code at.folder("clicks")}, in folders such as {@code day=2024-03-04/hour=09}: the day and
 * the hour of event_time, in UTC, the hour in two digits, however late a click comes. Records that
 * lie in the topic when the query starts for the first time count as well.
 *
 * <p>The machine may be lost at any moment, with its disk. Start is then called on another one, and
 * has to go on from where the lost one was: no click twice, none left out. Read
 * docs/lessons/tominio.md.
 */
public final class ClickFolders implements Pipeline {

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
