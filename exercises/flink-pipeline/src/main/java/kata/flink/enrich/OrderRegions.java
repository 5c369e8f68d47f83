package kata.flink.enrich;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Add to each order the warehouse that a table of regions names, while that table changes.
 *
 * <p>The topic {@code orders} holds new orders as JSON, the topic {@code regions} the entries of a
 * small table: {@code JsonLines.of(EventFields.ORDERS)} and {@code
 * JsonLines.of(EventFields.REGIONS)} read them. A later entry for the same region replaces the one
 * before. An order gets the warehouse that its region has when the order is read, and keeps it,
 * even if its producer sends it again. If its region is not in the table yet, it waits until it is.
 * Write to the table {@code shipments}:
 *
 * <pre>{@code
 * order_id text primary key, region text, warehouse text
 * }</pre>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Read docs/lessons/enrich.md.
 */
public final class OrderRegions implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
