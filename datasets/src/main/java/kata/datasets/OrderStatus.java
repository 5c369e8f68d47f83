package kata.datasets;

/** What has become of an order; it goes down this list, unless it is cancelled. */
public enum OrderStatus {
  CREATED,
  PAID,
  SHIPPED,
  DELIVERED,
  /** Called off before it was shipped. */
  CANCELLED
}
