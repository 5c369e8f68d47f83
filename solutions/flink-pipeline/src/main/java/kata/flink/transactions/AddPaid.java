package kata.flink.transactions;

import org.apache.flink.api.common.functions.AggregateFunction;

/** Adds up what was paid, in cents. */
final class AddPaid implements AggregateFunction<Reward, Long, Long> {

  private static final long serialVersionUID = 1L;

  @Override
  public Long createAccumulator() {
    return 0L;
  }

  @Override
  public Long add(Reward reward, Long cents) {
    return cents + reward.paidCents();
  }

  @Override
  public Long getResult(Long cents) {
    return cents;
  }

  @Override
  public Long merge(Long a, Long b) {
    return a + b;
  }
}
