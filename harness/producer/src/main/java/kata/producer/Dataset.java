package kata.producer;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.AdClick;
import kata.datasets.ClickEvent;
import kata.datasets.Order;
import kata.datasets.TimedEvent;
import kata.datasets.Transaction;
import kata.datasets.files.EventFields;
import kata.datasets.traffic.AdClickTraffic;
import kata.datasets.traffic.ClickTraffic;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.Traffic;
import kata.datasets.traffic.TrafficSettings;
import kata.datasets.traffic.TransactionTraffic;

/**
 * Events of one kind, with all that it takes to make them and to write them.
 *
 * @param name on the command line
 * @param user whose event it is
 * @param schemaFile the Avro schema, in the folder {@code kata/avro} of the class path
 * @param generator makes traffic of a seed and settings
 */
record Dataset<T extends TimedEvent>(
    String name,
    EventFields<T> fields,
    Function<T, String> user,
    String schemaFile,
    BiFunction<Long, TrafficSettings, Traffic<T>> generator) {

  static final List<Dataset<?>> ALL =
      List.of(
          new Dataset<>(
              "clicks", EventFields.CLICKS, ClickEvent::userId, "click.avsc", ClickTraffic::new),
          new Dataset<>(
              "orders", EventFields.ORDERS, Order::userId, "order.avsc", OrderTraffic::new),
          new Dataset<>(
              "transactions",
              EventFields.TRANSACTIONS,
              Transaction::userId,
              "transaction.avsc",
              TransactionTraffic::new),
          new Dataset<>(
              "ad-clicks",
              EventFields.AD_CLICKS,
              AdClick::userId,
              "ad_click.avsc",
              AdClickTraffic::new));

  /**
   * Returns the dataset with this name.
   *
   * @throws OptionException if there is none; it lists those that exist
   */
  static Dataset<?> named(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new OptionException(
                    "There is no dataset \"%s\". For --dataset there are: %s."
                        .formatted(
                            name,
                            ALL.stream().map(Dataset::name).collect(Collectors.joining(", ")))));
  }

  Iterator<T> events(long seed, TrafficSettings settings) {
    return generator.apply(seed, settings).arrivals();
  }
}
