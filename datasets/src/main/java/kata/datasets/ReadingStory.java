package kata.datasets;

import java.time.Instant;

/**
 * Tells a {@link Scenario} of the cold store.
 *
 * <pre>{@code
 * ReadingStory.named("zero", "The thermometer shows exactly zero.")
 *     .reading("12:01", "cellar", -3)
 *     .reading("12:04", "cellar", 0)
 *     .watermark("12:10")
 *     .done();
 * }</pre>
 *
 * Times are read by {@link StoryTime}. Every method that adds to the story throws a {@link
 * ScenarioException} that names the scenario and the step if the story makes no sense.
 */
public final class ReadingStory {

  private final Scenario.Builder<Reading> scenario;
  private int readings;

  private ReadingStory(Scenario.Builder<Reading> scenario) {
    this.scenario = scenario;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  public static ReadingStory named(String name, String story) {
    return new ReadingStory(Scenario.named(name, story));
  }

  /** A thermometer is read, in degrees Celsius, and the event arrives in time. */
  public ReadingStory reading(String time, String sensor, int celsius) {
    scenario.event(event(time, sensor, celsius));
    return this;
  }

  /** A thermometer was read, and the event arrives after a watermark that has passed it. */
  public ReadingStory lateReading(String time, String sensor, int celsius) {
    scenario.late(event(time, sensor, celsius));
    return this;
  }

  /** Event time reaches a moment. */
  public ReadingStory watermark(String time) {
    scenario.watermark(moment(time));
    return this;
  }

  /** Ends the story. */
  public Scenario<Reading> done() {
    return scenario.done();
  }

  private Reading event(String time, String sensor, int celsius) {
    return new Reading("r" + ++readings, sensor, moment(time), celsius);
  }

  private Instant moment(String time) {
    try {
      return StoryTime.parse(time);
    } catch (ScenarioException e) {
      throw scenario.problem(e.getMessage());
    }
  }
}
