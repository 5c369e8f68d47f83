package kata.flink.sqlpipeline;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Total orders, from Kafka to Kafka and PostgreSQL, all in SQL.
 *
 * <p>The topic {@code orders} holds changes of orders as JSON, and has done so for a while. An
 * order counts when its status is {@code CREATED}. Events arrive up to half a minute out of order.
 *
 * <p>The topic {@code category_totals} gets one record for each window of five minutes and
 * category, once, when the window is complete:
 *
 * <pre>{@code
 * {"window_start":"2024-03-04T12:00:00Z","window_end":"2024-03-04T12:05:00Z",
 *  "category":"coffee","orders":2,"amount_cents":2000}
 * }</pre>
 *
 * <p>The table {@code region_totals} has the totals of all orders so far:
 *
 * <pre>{@code
 * region text primary key, orders bigint, amount_cents bigint
 * }</pre>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Begin with {@code
 * StreamTableEnvironment.create(env)}. Read docs/lessons/sqlpipeline.md.
 */
public final class OrderTotals implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
