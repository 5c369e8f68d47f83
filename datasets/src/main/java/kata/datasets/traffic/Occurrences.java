package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;

/** Everything that happens, in the order in which it happens, without end. */
final class Occurrences<T> {

  private final TrafficSettings settings;
  private final Random gaps;
  private final Random choices;
  private final OpenEpisodes<T> episodes;
  private long evenMicros;
  private long count;

  Occurrences(TrafficSettings settings, Random seeds, Episode.Beginning<T> beginning) {
    this.settings = settings;
    this.gaps = new Random(seeds.nextLong());
    this.choices = new Random(seeds.nextLong());
    this.episodes = new OpenEpisodes<>(settings, new Random(seeds.nextLong()), beginning);
  }

  Occurrence<T> next() {
    evenMicros += drawGapMicros();
    Instant moment = at(settings.bursts().unevenMicros(evenMicros) / 1_000);
    Episode<T> episode = episodes.draw(choices);
    Instant eventTime = moment.plus(episode.user().clockOffset());
    return new Occurrence<>(moment.toEpochMilli(), episode.next(++count, eventTime, choices));
  }

  private Instant at(long millis) {
    return Instant.ofEpochMilli(settings.start().toEpochMilli() + millis);
  }

  /**
   * Draws the time to the next event as if traffic were even: exponential, like independent users.
   */
  private long drawGapMicros() {
    // StrictMath gives the same bits everywhere; Math may not.
    double means = -StrictMath.log(1 - gaps.nextDouble());
    return Math.round(means * 1_000_000 / settings.eventsPerSecond());
  }
}
