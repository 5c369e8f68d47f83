package kata.flink.patterns;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Find three declined card payments and a large one after them, within ten minutes.
 *
 * <p>The topic {@code transactions} holds them as JSON; {@code
 * JsonLines.of(EventFields.TRANSACTIONS)} reads them. They arrive up to a minute out of order. Each
 * declined payment and the next two of the same user, in the order of event time, make an alert
 * with the first payment after them that is approved and of at least 500.00, if less than ten
 * minutes lie between the first and the last of the four. What happens in between does not matter.
 * Write to the table {@code alerts}, with the three identifiers parted by blanks:
 *
 * <pre>{@code
 * declined text, large text, user_id text, primary key (declined, large)
 * }</pre>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Read docs/lessons/patterns.md.
 */
public final class DeclinedPayments implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
