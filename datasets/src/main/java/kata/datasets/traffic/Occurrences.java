package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;
import kata.datasets.ClickEvent;

/** Everything that happens in the shop, in the order in which it happens, without end. */
final class Occurrences {

  private final TrafficSettings settings;
  private final Random gaps;
  private final Random choices;
  private final OpenVisits visits;
  private long evenMicros;
  private long count;

  Occurrences(TrafficSettings settings, Random seeds) {
    this.settings = settings;
    this.gaps = new Random(seeds.nextLong());
    this.choices = new Random(seeds.nextLong());
    this.visits = new OpenVisits(settings, new Random(seeds.nextLong()));
  }

  Occurrence next() {
    evenMicros += drawGapMicros();
    Instant moment = at(settings.bursts().unevenMicros(evenMicros) / 1_000);
    Visit visit = visits.draw(choices);
    visit.step(choices);
    return new Occurrence(moment.toEpochMilli(), click(visit, moment));
  }

  int openVisits() {
    return visits.size();
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

  private ClickEvent click(Visit visit, Instant moment) {
    User user = visit.user();
    return new ClickEvent(
        "e" + ++count,
        user.id(),
        visit.sessionId(),
        visit.last(),
        visit.page(),
        moment.plus(user.clockOffset()),
        user.country(),
        user.device());
  }
}
