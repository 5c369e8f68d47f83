package kata.datasets.traffic;

import java.util.Random;

/**
 * A kind of goods that the shop sells.
 *
 * @param leastCents what the cheapest purchase costs
 * @param mostCents what the dearest one costs
 */
record Category(String name, int leastCents, int mostCents) {

  private static final Weighted<Category> BY_POPULARITY =
      new Weighted<Category>()
          .with(40, new Category("coffee", 499, 2_999))
          .with(25, new Category("tea", 299, 1_999))
          .with(20, new Category("kitchen", 999, 7_999))
          .with(10, new Category("sweets", 199, 1_499))
          .with(5, new Category("machines", 9_900, 89_900));

  static Category draw(Random random) {
    return BY_POPULARITY.draw(random);
  }

  long drawAmountCents(Random random) {
    return leastCents + random.nextInt(mostCents - leastCents + 1);
  }
}
