package kata.flink.transactions;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Give cashback on large transactions, and find those who spend much: one topic in, three out.
 *
 * <p>The topic {@code transactions} holds transactions as JSON, and has done so for a while; {@code
 * JsonLines.of(EventFields.TRANSACTIONS)} reads them. They arrive up to a minute out of order; the
 * watermark is a minute behind the latest of all of them. What counts is approved by the bank and
 * above 100.00 (exactly 100.00 is not). Write, as JSON:
 *
 * <ul>
 *   <li>to {@code cashback}, each transaction that counts, late or not: {@code
 *       {"transaction_id":"t1","user_id":"ann","category":"tea","amount_cents":12050,
 *       "cashback_cents":241}}. Cashback is 5 % of the amount for {@code machines}, 3 % for {@code
 *       kitchen}, 2 % for {@code coffee} and {@code tea}, and 0 for any other category, in whole
 *       cents for each transaction: the nearest, and half a cent is rounded up;
 *   <li>to {@code user-totals}, how much each user has paid in windows of ten minutes for what
 *       counts, less its cashback: {@code {"window_start":"2024-03-04T12:00:00Z",
 *       "window_end":"2024-03-04T12:10:00Z","user_id":"ann","total_cents":11809}};
 *   <li>to {@code big-spenders}, those of these totals, in the same form, that are above 500.00
 *       (exactly 500.00 is not).
 * </ul>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Those who read what is committed
 * must find each record once, in all three topics. Read docs/lessons/transactions.md.
 */
public final class Cashback implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
