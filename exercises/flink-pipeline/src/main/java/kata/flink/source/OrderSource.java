package kata.flink.source;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Read orders from all partitions of a topic in which not every record is an order.
 *
 * <p>The topic {@code orders} holds orders as JSON, and has done so for a while; {@code
 * JsonLines.of(EventFields.ORDERS)} reads them, and throws an {@code EventFileException} at what is
 * none. Records without a value are no orders either. Each partition has its orders up to a minute
 * out of order. One partition may be far behind another; one that has been silent for a minute
 * holds nobody back. The time is that at which an order was made; what is no order, and the clock
 * of whoever wrote a record, say nothing about it. Write, as JSON:
 *
 * <ul>
 *   <li>to {@code order-counts}, how many orders each region has in windows of five minutes: {@code
 *       {"window_start":"2024-03-04T12:00:00Z","window_end":"2024-03-04T12:05:00Z",
 *       "region":"europe","orders":3}};
 *   <li>to {@code orders-dead}, each record that is no order, with its place in the topic and its
 *       value as text, null if it has none: {@code {"partition":0,"offset":17,"text":"hello"}}.
 *       Whatever its bytes are, the text is what {@code new String} makes of them in UTF-8.
 * </ul>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Nothing is written at that
 * moment, so it is enough to write at least once. Read docs/lessons/source.md.
 */
public final class OrderSource implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
