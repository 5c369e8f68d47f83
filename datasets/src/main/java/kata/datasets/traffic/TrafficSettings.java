package kata.datasets.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import kata.datasets.StoryTime;

/**
 * What the traffic is like. Change one setting with the method that begins with {@code with}. Each
 * setting is checked at once; whether they fit together is checked when {@link ClickTraffic} or
 * another {@link Traffic} takes them.
 *
 * @param start when the traffic begins, in event time; 1970-01-01 to 2100-01-01
 * @param eventsPerSecond mean over quiet times and bursts; 0.01 to 50,000
 * @param users how many users there are; 2 to 100,000, and two or more for each visit open at once
 * @param thinkTime mean time between two events of one visit; 100 milliseconds to 10 minutes
 * @param bursts when there are more events
 * @param disorder how many events arrive out of order or late
 * @param wrongClocks how many users have a clock that is off
 */
public record TrafficSettings(
    Instant start,
    double eventsPerSecond,
    int users,
    Duration thinkTime,
    Bursts bursts,
    Disorder disorder,
    WrongClocks wrongClocks) {

  /** How many events can wait for their arrival at once; one more would arrive without delay. */
  static final int MOST_DELAYED = 200_000;

  /** Checks the settings; a {@link TrafficException} says what is allowed. */
  public TrafficSettings {
    TrafficException.requireBetween(
        "start", start, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    TrafficException.requireBetween("eventsPerSecond", eventsPerSecond, 0.01, 50_000.0);
    TrafficException.requireBetween("users", users, 2, 100_000);
    TrafficException.requireBetween(
        "thinkTime", thinkTime, Duration.ofMillis(100), Duration.ofMinutes(10));
  }

  /**
   * Returns a busy shop: 10 events per second; in every tenth minute 5 times as many as before; 10
   * % out of order by at most 10 seconds; 1 % later than that, by at most 5 minutes; 1 % of the
   * 10,000 users with a clock that is 10 minutes behind.
   */
  public static TrafficSettings defaults() {
    return new TrafficSettings(
        StoryTime.DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
        10,
        10_000,
        Duration.ofSeconds(20),
        new Bursts(Duration.ofMinutes(10), Duration.ofMinutes(1), 5),
        new Disorder(0.1, Duration.ofSeconds(10), 0.01, Duration.ofMinutes(5)),
        new WrongClocks(0.01, Duration.ofMinutes(-10)));
  }

  /**
   * Returns a shop whose events can be read by eye: 12 events per minute of 30 users, 20 % out of
   * order by at most 30 seconds, 5 % later than that, by at most 5 minutes, and all clocks right.
   */
  public static TrafficSettings smallShop() {
    return defaults()
        .withEventsPerSecond(0.2)
        .withUsers(30)
        .withDisorder(new Disorder(0.2, Duration.ofSeconds(30), 0.05, Duration.ofMinutes(5)))
        .withWrongClocks(WrongClocks.none());
  }

  public TrafficSettings withStart(Instant value) {
    return new TrafficSettings(
        value, eventsPerSecond, users, thinkTime, bursts, disorder, wrongClocks);
  }

  public TrafficSettings withEventsPerSecond(double value) {
    return new TrafficSettings(start, value, users, thinkTime, bursts, disorder, wrongClocks);
  }

  public TrafficSettings withUsers(int value) {
    return new TrafficSettings(
        start, eventsPerSecond, value, thinkTime, bursts, disorder, wrongClocks);
  }

  public TrafficSettings withThinkTime(Duration value) {
    return new TrafficSettings(start, eventsPerSecond, users, value, bursts, disorder, wrongClocks);
  }

  public TrafficSettings withBursts(Bursts value) {
    return new TrafficSettings(
        start, eventsPerSecond, users, thinkTime, value, disorder, wrongClocks);
  }

  public TrafficSettings withDisorder(Disorder value) {
    return new TrafficSettings(
        start, eventsPerSecond, users, thinkTime, bursts, value, wrongClocks);
  }

  public TrafficSettings withWrongClocks(WrongClocks value) {
    return new TrafficSettings(start, eventsPerSecond, users, thinkTime, bursts, disorder, value);
  }

  /** Returns how many visits go on at once. */
  int openVisits() {
    return (int) Math.max(1, Math.round(eventsPerSecond * thinkTime.toMillis() / 1_000));
  }

  /** Checks the settings against each other; only here, so that they can be changed one by one. */
  void requireConsistent() {
    if (users < 2L * openVisits()) {
      throw new TrafficException(
          "users is %d. With %s events per second and a thinkTime of %s, %d visits go on at once."
                  .formatted(users, eventsPerSecond, thinkTime, openVisits())
              + " Allowed: two users or more for each visit.");
    }
    long delayed = Math.round(disorder.delayedAtOnce(eventsPerSecond * bursts.peak()));
    if (delayed > MOST_DELAYED / 2) {
      throw new TrafficException(
          "disorder would hold back %d events at once in a burst. Allowed: %d or fewer."
                  .formatted(delayed, MOST_DELAYED / 2)
              + " Lower a share, a delay or eventsPerSecond.");
    }
  }
}
