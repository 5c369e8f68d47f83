package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;

/**
 * What one user does in a row: a visit, for example.
 *
 * @param <T> what is reported of each thing that the user does
 */
interface Episode<T> {

  User user();

  /**
   * The user does the next thing.
   *
   * @param number how many things anybody has done so far, with this one
   * @param eventTime when it is done, by the user's clock
   */
  T next(long number, Instant eventTime, Random random);

  /** Returns whether the user has stopped; false before the first thing is done. */
  boolean isOver();

  /** Begins an episode. */
  @FunctionalInterface
  interface Beginning<T> {

    /**
     * Begins.
     *
     * @param number how many episodes this user has begun, with this one
     */
    Episode<T> begin(User user, int number);
  }
}
