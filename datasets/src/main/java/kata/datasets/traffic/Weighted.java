package kata.datasets.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {

  private final List<T> things = new ArrayList<>();
  private final List<Integer> upTo = new ArrayList<>();
  private int total;

  /** Adds a thing that is drawn {@code weight} times out of the sum of all weights. */
  Weighted<T> with(int weight, T thing) {
    total += weight;
    things.add(thing);
    upTo.add(total);
    return this;
  }

  T draw(Random random) {
    int place = random.nextInt(total);
    int i = 0;
    while (place >= upTo.get(i)) {
      i++;
    }
    return things.get(i);
  }
}
