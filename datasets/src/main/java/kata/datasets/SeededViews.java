package kata.datasets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Makes a story of page views from a seed: mostly in order, some late, watermarks every few
 * arrivals. The same seed gives the same story everywhere.
 */
final class SeededViews {

  private static final List<String> PAGES = List.of("/home", "/search", "/cart", "/legal");
  private static final List<String> USERS = List.of("ann", "bob", "cem");
  private static final int ARRIVALS_PER_WATERMARK = 6;
  private static final Duration MOST_DELAY = Duration.ofMinutes(3);
  private static final Duration EXPECTED_DELAY = Duration.ofSeconds(40);

  private SeededViews() {}

  /**
   * Returns a story that begins at noon and ends with a watermark long after the last view.
   *
   * @param events how many views
   * @param step the mean time from one view to the next
   */
  static Scenario<ClickEvent> story(
      String name, String story, long seed, int events, Duration step) {
    Random random = new Random(seed);
    Scenario.Builder<ClickEvent> scenario = Scenario.named(name, story);
    Instant now = StoryTime.parse("12:00");
    Instant watermark = Instant.MIN;
    for (int i = 1; i <= events; i++) {
      now = now.plusMillis(random.nextInt((int) step.toMillis() * 2));
      boolean delayed = random.nextInt(4) == 0;
      Instant time = delayed ? now.minusMillis(random.nextInt((int) MOST_DELAY.toMillis())) : now;
      String user = USERS.get(random.nextInt(USERS.size()));
      ClickEvent view =
          new ClickEvent(
              "e" + i,
              user,
              user + "-1",
              EventType.PAGE_VIEW,
              PAGES.get(Math.min(random.nextInt(PAGES.size()), random.nextInt(PAGES.size()))),
              time,
              "DE",
              "mobile");
      if (time.isBefore(watermark)) {
        scenario.late(view);
      } else {
        scenario.event(view);
      }
      Instant reached = now.minus(EXPECTED_DELAY);
      if (i % ARRIVALS_PER_WATERMARK == 0 && reached.isAfter(watermark)) {
        watermark = reached;
        scenario.watermark(reached);
      }
    }
    return scenario.watermark(now.plus(Duration.ofHours(1))).done();
  }
}
