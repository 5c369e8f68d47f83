package kata.datasets.traffic;

import java.util.List;
import java.util.Random;

/** The pages of the shop, the most popular first. */
final class Pages {

  static final String CART = "/cart";
  static final String CHECKOUT = "/checkout";

  static final List<String> BY_POPULARITY =
      List.of(
          "/home",
          "/deals",
          "/product/coffee",
          "/search",
          "/product/tea",
          "/product/kettle",
          "/product/mug",
          "/product/grinder",
          "/help",
          "/product/filter",
          "/product/scale",
          "/product/teapot",
          "/product/honey",
          "/product/sugar",
          "/about",
          "/product/tray",
          "/product/spoon",
          "/product/jug",
          "/product/cocoa",
          "/product/thermos");

  /**
   * Zipf's law with a flattened head: the page of rank r weighs 1 / (r + 2), so five pages get half
   * of the views and the first ones tie now and then.
   */
  private static final Weighted<String> POPULARITY = new Weighted<>();

  static {
    for (int rank = 1; rank <= BY_POPULARITY.size(); rank++) {
      POPULARITY.with(10_000 / (rank + 2), BY_POPULARITY.get(rank - 1));
    }
  }

  private Pages() {}

  static String draw(Random random) {
    return POPULARITY.draw(random);
  }

  /** Returns whether the page shows something that can be put into the cart. */
  static boolean sells(String page) {
    return page.startsWith("/product/");
  }
}
