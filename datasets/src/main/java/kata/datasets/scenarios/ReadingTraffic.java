package kata.datasets.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kata.datasets.Reading;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;

/** Generated readings of three thermometers, a few of them out of order, late or too late. */
final class ReadingTraffic {

  private static final List<String> SENSORS = List.of("cellar", "freezer", "ramp");
  private static final List<Integer> USUAL_CELSIUS = List.of(3, -18, 0);
  private static final int SPREAD = 4;
  private static final int READINGS_PER_WATERMARK = 30;
  private static final int GREATEST_DELAY_SECONDS = 900;

  private ReadingTraffic() {}

  /** Returns the same readings for the same seed; the last watermark closes every window. */
  static Scenario<Reading> scenario(String name, String story, long seed, int readings) {
    Random random = new Random(seed);
    Scenario.Builder<Reading> scenario = Scenario.named(name, story);
    Instant watermark = Instant.MIN;
    Instant now = StoryTime.parse("12:00");
    for (int i = 1; i <= readings; i++) {
      now = now.plusMillis(random.nextInt(60_000));
      int delay = random.nextInt(5) == 0 ? random.nextInt(GREATEST_DELAY_SECONDS) : 0;
      Reading reading = reading("r" + i, now.minusSeconds(delay), random);
      if (reading.eventTime().isBefore(watermark)) {
        scenario.late(reading);
      } else {
        scenario.event(reading);
      }
      if (i % READINGS_PER_WATERMARK == 0) {
        watermark = now.minusSeconds(60);
        scenario.watermark(watermark);
      }
    }
    return scenario.watermark(now.plus(Duration.ofHours(1))).done();
  }

  private static Reading reading(String id, Instant time, Random random) {
    int sensor = random.nextInt(SENSORS.size());
    int celsius = USUAL_CELSIUS.get(sensor) + random.nextInt(2 * SPREAD + 1) - SPREAD;
    return new Reading(id, SENSORS.get(sensor), time, celsius);
  }
}
