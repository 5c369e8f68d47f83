package kata.spark.foreachbatch;

import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import kata.spark.pipeline.Pipeline;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Count page views in windows of five minutes, and keep the counts in PostgreSQL right with each
 * micro-batch.
 *
 * <p>The topic "clicks" holds page views as JSON, with more fields than you need. Those that lie in
 * it when the query starts for the first time count as well, and late ones count however late they
 * are:
 *
 * <pre>{@code
 * {"event_id":"e1","page":"/home","event_time":"2024-03-04T12:04:59.999Z", ...}
 * }</pre>
 *
 * <p>Write to the table page_views with foreachBatch, as soon as there are views. There is a second
 * table, for your own use, if you want it:
 *
 * <pre>{@code
 * page_views: window_start timestamptz, window_end timestamptz, page text, views bigint,
 *             primary key (window_start, page)
 * batches:    batch_id bigint primary key
 * }</pre>
 *
 * <p>The database may refuse a row, or the machine may be lost with its disk after a batch was
 * written. Start is then called again, and the batch comes again. Read
 * docs/lessons/foreachbatch.md.
 */
public final class CountsByBatch implements Pipeline {

  @Override
  public StreamingQuery start(SparkSession spark, Connections at) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
