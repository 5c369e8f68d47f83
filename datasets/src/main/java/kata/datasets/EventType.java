package kata.datasets;

/** What a visitor of the shop did, or {@link #HEARTBEAT} if it was nobody. */
public enum EventType {
  PAGE_VIEW,
  ADD_TO_CART,
  CHECKOUT,
  PURCHASE,
  /** The shop's tracker says that it is alive and what time it is. No visitor did anything. */
  HEARTBEAT
}
