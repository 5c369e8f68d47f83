package kata.kafka.lab;

import java.util.function.BooleanSupplier;
import kata.pipeline.Connections;

/** A program that reads orders, as a member of a group. */
public interface OrderReader {

  /**
   * Reads the topic {@code orders} until it is told to stop. Several threads may call it at once,
   * on several objects, each as a member of its own.
   *
   * @param at where the broker is, and what the topic and the group are called there
   * @param work what is to be done with each order
   * @param stop whether to stop, to be asked between two polls
   * @throws Exception if the work has failed; the program is then started again
   */
  void read(Connections at, OrderWork work, BooleanSupplier stop) throws Exception;
}
