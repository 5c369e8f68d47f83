package kata.datasets;

import java.time.Instant;

/**
 * One attempt to pay by card.
 *
 * @param transactionId unique identifier of the attempt
 * @param userId whose card it is
 * @param category what is paid for, for example {@code coffee}
 * @param amountCents how much is to be paid, in cents; above 0
 * @param status what the bank said
 * @param eventTime when the card was used, in milliseconds
 */
public record Transaction(
    String transactionId,
    String userId,
    String category,
    long amountCents,
    TransactionStatus status,
    Instant eventTime)
    implements TimedEvent {

  /** Returns the identifier of the transaction. */
  @Override
  public String eventId() {
    return transactionId;
  }
}
