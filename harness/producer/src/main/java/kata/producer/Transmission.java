package kata.producer;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends records at a steady rate, until there are enough, one is refused or it is stopped. */
final class Transmission {

  /** Shorter waits cost more than they are worth: at high rates, records go out in groups. */
  private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  private final Producer<String, byte[]> kafka;
  private final Clock clock;
  private final Progress progress;

  Transmission(Producer<String, byte[]> kafka, Clock clock, Progress progress) {
    this.kafka = kafka;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Sends records, and waits until the broker has answered to all.
   *
   * @param most how many at most
   * @param perSecond how many in a second
   */
  Counts send(Iterator<ProducerRecord<String, byte[]>> records, long most, int perSecond) {
    Counts counts = new Counts();
    Pace pace = new Pace(perSecond, clock.nanos());
    while (counts.sent() < most && counts.failure() == null && !isStoppedBeforeNext(pace)) {
      kafka.send(records.next(), counts);
      counts.addSent();
      progress.at(clock.nanos(), counts);
    }
    kafka.flush();
    progress.end();
    return counts;
  }

  private boolean isStoppedBeforeNext(Pace pace) {
    long wait = pace.nanosUntilNext(clock.nanos());
    return clock.isStoppedWithin(wait == 0 ? 0 : Math.max(wait, SHORTEST_WAIT));
  }
}
