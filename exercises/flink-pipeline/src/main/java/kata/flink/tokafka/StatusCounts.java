package kata.flink.tokafka;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Write how many orders took each status in windows of 30 seconds back to Kafka, exactly once.
 *
 * <p>The topic {@code orders} holds orders as JSON, and has done so for a while; {@code
 * JsonLines.of(EventFields.ORDERS)} reads them. Each says that an order has a new status, and they
 * arrive up to ten seconds out of order; what is later still is not counted. Write to the topic
 * {@code status-counts}, as JSON:
 *
 * <pre>{@code
 * {"window_start":"2024-03-04T12:00:00Z","window_end":"2024-03-04T12:00:30Z",
 *  "status":"PAID","orders":3}
 * }</pre>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Those who read the counts read
 * only what is committed ({@code isolation.level=read_committed}), and must find each of them once.
 * The brokers do not allow a transaction to last longer than two hours. Read
 * docs/lessons/tokafka.md.
 */
public final class StatusCounts implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
