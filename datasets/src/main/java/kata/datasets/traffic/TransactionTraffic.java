package kata.datasets.traffic;

import java.util.Iterator;
import kata.datasets.Transaction;

/**
 * What cards are used for. One in 20 transactions of an honest user is declined. In one case in 100
 * a thief has the card: three small amounts are declined, and then a large one is approved. The
 * {@code thinkTime} of the settings is the mean time between two transactions of one user who pays
 * several times in a row.
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
