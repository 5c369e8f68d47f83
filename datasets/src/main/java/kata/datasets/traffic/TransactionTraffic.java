package kata.datasets.traffic;

import java.util.Iterator;
import kata.datasets.Transaction;

/**
 * What cards are used for. One in 20 transactions of an honest user is declined. One card in 100 is
 * used by a thief, who tries small amounts until three were declined, and whose next transaction is
 * a large one that the bank approves. The {@code thinkTime} of the settings is the mean time
 * between two transactions of one user who pays several times in a row.
 *
 * @param seed any number
 * @param settings what the traffic is like
 */
public record TransactionTraffic(long seed, TrafficSettings settings)
    implements Traffic<Transaction> {

  /** Checks that the settings fit together; a {@link TrafficException} says what is allowed. */
  public TransactionTraffic {
    settings.requireConsistent();
  }

  @Override
  public Iterator<Transaction> arrivals() {
    return ArrivalOrder.of(seed, settings, (user, number) -> new CardUse(user));
  }
}
