package kata.producer;

import java.util.Iterator;
import java.util.function.Function;
import kata.datasets.TimedEvent;
import kata.datasets.files.Damage;
import kata.datasets.traffic.TrafficSettings;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as records of Kafka, without end: the user is the key. */
final class EventRecords<T extends TimedEvent> implements Iterator<ProducerRecord<String, byte[]>> {

  private final String topic;
  private final Iterator<T> events;
  private final Function<T, String> user;
  private final Function<T, byte[]> encoder;

  private EventRecords(
      String topic, Iterator<T> events, Function<T, String> user, Function<T, byte[]> encoder) {
    this.topic = topic;
    this.events = events;
    this.user = user;
    this.encoder = encoder;
  }

  /** Returns the records for a topic; the same arguments give the same ones. */
  static <T extends TimedEvent> EventRecords<T> of(
      Dataset<T> dataset,
      long seed,
      TrafficSettings settings,
      Format format,
      double malformed,
      String topic) {
    return new EventRecords<>(
        topic,
        dataset.events(seed, settings),
        dataset.user(),
        format.encoder(dataset, new Damage(malformed, seed)));
  }

  /** Returns true: the traffic never ends. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public ProducerRecord<String, byte[]> next() {
    T event = events.next();
    return new ProducerRecord<>(topic, user.apply(event), encoder.apply(event));
  }
}
