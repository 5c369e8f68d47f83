package kata.datasets;

/** What a visitor of the shop did. */
public enum EventType {
  PAGE_VIEW,
  ADD_TO_CART,
  CHECKOUT,
  PURCHASE
}
