package kata.datasets.traffic;

import java.time.Duration;
import java.util.Random;

/** A customer, with all that stays the same from visit to visit. */
record User(String id, String country, String device, Duration clockOffset) {

  private static final Weighted<String> COUNTRIES =
      new Weighted<String>()
          .with(30, "DE")
          .with(20, "FR")
          .with(15, "US")
          .with(12, "GB")
          .with(10, "IN")
          .with(8, "BR")
          .with(5, "JP");

  private static final Weighted<String> DEVICES =
      new Weighted<String>().with(60, "mobile").with(32, "desktop").with(8, "tablet");

  static User draw(int number, WrongClocks clocks, Random random) {
    String country = COUNTRIES.draw(random);
    String device = DEVICES.draw(random);
    boolean wrong = random.nextDouble() < clocks.share();
    return new User("u" + number, country, device, wrong ? clocks.offset() : Duration.ZERO);
  }

  /** Returns the part of the world in which the country is. */
  String region() {
    return switch (country) {
      case "DE", "FR", "GB" -> "europe";
      case "US" -> "north-america";
      case "BR" -> "south-america";
      case "IN", "JP" -> "asia";
      default -> throw new IllegalStateException("No region has the country " + country);
    };
  }
}
