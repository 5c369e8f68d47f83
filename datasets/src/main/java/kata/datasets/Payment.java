package kata.datasets;

import java.time.Instant;

/**
 * Money that came in for an {@link Order}.
 *
 * @param paymentId unique identifier of the payment
 * @param orderId the order that is paid
 * @param userId who paid
 * @param amountCents how much came in, in cents; above 0
 * @param eventTime when it came in, in milliseconds
 */
public record Payment(
    String paymentId, String orderId, String userId, long amountCents, Instant eventTime)
    implements TimedEvent {

  /** Returns the identifier of the payment. */
  @Override
  public String eventId() {
    return paymentId;
  }
}
