package kata.flink.tokafka;

import java.nio.charset.StandardCharsets;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads an order from the value of a record. */
final class OrderSchema extends AbstractDeserializationSchema<Order> {

  private static final long serialVersionUID = 1L;
  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  OrderSchema() {
    super(Order.class);
  }

  @Override
  public Order deserialize(byte[] value) {
    return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
  }
}
