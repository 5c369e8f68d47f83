package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;
import kata.datasets.AdClick;

/** A user who clicks on an advertisement, or on a few in a row. */
final class AdViewing implements Episode<AdClick> {

  private static final int PERCENT_WHO_STOP = 60;

  private static final Weighted<Ad> BY_POPULARITY =
      new Weighted<Ad>()
          .with(30, new Ad("spring-1", "spring", 40))
          .with(18, new Ad("coffee-1", "coffee", 65))
          .with(14, new Ad("spring-2", "spring", 35))
          .with(11, new Ad("gifts-1", "gifts", 90))
          .with(9, new Ad("coffee-2", "coffee", 55))
          .with(7, new Ad("spring-3", "spring", 30))
          .with(5, new Ad("gifts-2", "gifts", 80))
          .with(4, new Ad("coffee-3", "coffee", 50))
          .with(2, new Ad("machines-1", "machines", 240));

  private final User user;
  private boolean over;

  /** An advertisement, and the least that a click on it costs: a bid adds up to a fifth. */
  private record Ad(String id, String campaignId, int leastCents) {

    private long drawPriceCents(Random random) {
      return leastCents + random.nextInt(leastCents / 5 + 1);
    }
  }

  AdViewing(User user) {
    this.user = user;
  }

  @Override
  public User user() {
    return user;
  }

  @Override
  public AdClick next(long number, Instant eventTime, Random random) {
    over = random.nextInt(100) < PERCENT_WHO_STOP;
    Ad ad = BY_POPULARITY.draw(random);
    return new AdClick(
        "c" + number,
        ad.id(),
        ad.campaignId(),
        user.id(),
        ad.drawPriceCents(random),
        user.country(),
        eventTime);
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
