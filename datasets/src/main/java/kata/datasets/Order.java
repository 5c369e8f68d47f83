package kata.datasets;

import java.time.Instant;

/**
 * One change of an order, with all that is known of the order: an order that was paid has come as
 * {@code CREATED} before, under the same {@code orderId}.
 *
 * @param eventId unique identifier of the change
 * @param orderId the order
 * @param userId the customer
 * @param status what has become of the order
 * @param category what was bought, for example {@code coffee}
 * @param region where it goes, for example {@code europe}
 * @param amountCents price of the whole order, in cents; above 0
 * @param eventTime when it changed, in milliseconds
 */
public record Order(
    String eventId,
    String orderId,
    String userId,
    OrderStatus status,
    String category,
    String region,
    long amountCents,
    Instant eventTime)
    implements TimedEvent {}
