package kata.spark.kafkajson;

import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Read orders that are JSON, mostly, and put those that are not where nothing of them is lost.
 *
 * <p>The topic "orders" holds records of which most are orders, with more fields than you need.
 * Those that lie in it when the query starts for the first time count as well:
 *
 * <pre>{@code
 * {"order_id":"o1","user_id":"ann","amount_cents":1299,"event_time":"2024-03-04T12:01:00Z", ...}
 * }</pre>
 *
 * <p>An order is an object, as from_json reads it, with all four of these fields, none of them
 * null. Its amount is a whole number, not a text, and its time a text in ISO 8601 that names a
 * moment: date, time of day, and Z or an offset. Write it to the topic "order-rows" as JSON with
 * these four fields. Write every other record, whatever it is, to the topic "dead-orders", with the
 * text as it was and the place where it lay:
 *
 * <pre>{@code
 * {"text":"tea for two","partition":0,"offset":17}
 * {"text":null,"partition":1,"offset":4}
 * }</pre>
 *
 * <p>All records keep their keys, and a batch takes all that is there. Start is called again when
 * the machine was lost with its disk, and goes on after the last batch that was committed. A batch
 * that was not is written again, which is as it should be. Read docs/lessons/kafkajson.md.
 */
public final class OrderRows implements Pipeline {

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
