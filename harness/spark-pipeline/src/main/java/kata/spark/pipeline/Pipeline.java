package kata.spark.pipeline;

import kata.pipeline.Connections;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** A streaming query with its own source and sink. */
public interface Pipeline {

  /**
   * Starts the query. Called again when the query has ended; after a crash, which means another
   * machine, on another instance.
   *
   * @param spark the session to build on, whose file systems know the bucket
   * @param at where the topics, the tables and the bucket are
   * @return the running query, which this does not wait for; its trigger is the default one, or
   *     {@code AvailableNow}: a story does not wait for a clock
   * @throws Exception whatever keeps the query from starting
   */
  StreamingQuery start(SparkSession spark, Connections at) throws Exception;
}
