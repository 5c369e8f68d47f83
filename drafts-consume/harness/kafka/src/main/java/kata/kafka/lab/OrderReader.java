package kata.kafka.lab;

import java.util.function.BooleanSupplier;
import kata.pipeline.Connections;

/** A member of a consumer group that reads orders. */
public interface OrderReader {

  /**
   * Reads the topic {@code orders} until it is told to stop. Several threads may call it at once,
   * each as a member of its own.
   *
   * @param at where the broker is, and what the topic and the group are called there
   * @param work what is to be done with each record
   * @param stop whether to stop, asked again and again
   * @throws Exception whatever the work has thrown
   */
  void read(Connections at, OrderWork work, BooleanSupplier stop) throws Exception;
}
