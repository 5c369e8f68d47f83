package kata.datasets;

import java.io.Serializable;

/**
 * From where an order is served.
 *
 * @param orderId the order
 * @param region where it goes
 * @param warehouse where it comes from
 */
public record Shipment(String orderId, String region, String warehouse) implements Serializable {}
