package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;

/** Generated views around the two clock changes of a year, some of them hours or a day late. */
final class DayTraffic {

  private static final List<String> PAGES = List.of("/home", "/home", "/deals", "/cart");
  private static final int VIEWS_PER_WATERMARK = 24;
  private static final int MEAN_MINUTES_BETWEEN = 90;
  private static final int GREATEST_DELAY_HOURS = 30;

  private DayTraffic() {}

  /**
   * Returns the same views for the same seed, half of them in March and half in October; the last
   * watermark closes every day.
   */
  static Scenario<ClickEvent> scenario(String name, String story, long seed, int views) {
    Random random = new Random(seed);
    Scenario.Builder<ClickEvent> scenario = Scenario.named(name, story);
    Instant watermark = Instant.MIN;
    Instant now = StoryTime.parse("2024-03-29 12:00");
    for (int i = 1; i <= views; i++) {
      now = now.plus(random.nextInt(2 * MEAN_MINUTES_BETWEEN), ChronoUnit.MINUTES);
      boolean delayed = random.nextInt(5) == 0;
      Duration delay = Duration.ofHours(delayed ? random.nextInt(GREATEST_DELAY_HOURS) : 0);
      String page = PAGES.get(random.nextInt(PAGES.size()));
      ClickEvent view = view("e" + i, page, now.minus(delay));
      if (view.eventTime().isBefore(watermark)) {
        scenario.late(view);
      } else {
        scenario.event(view);
      }
      if (i % VIEWS_PER_WATERMARK == 0) {
        watermark = now.minus(2, ChronoUnit.HOURS);
        scenario.watermark(watermark);
      }
      if (i == views / 2) {
        now = StoryTime.parse("2024-10-25 12:00");
      }
    }
    return scenario.watermark(now.plus(2, ChronoUnit.DAYS)).done();
  }

  private static ClickEvent view(String id, String page, Instant time) {
    return new ClickEvent(id, "ann", "ann-1", EventType.PAGE_VIEW, page, time, "DE", "mobile");
  }
}
