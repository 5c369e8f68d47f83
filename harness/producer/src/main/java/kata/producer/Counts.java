package kata.producer;

import java.util.Locale;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/** How many events were sent, and what the broker answered; for any number of threads. */
final class Counts implements Callback {

  private long sent;
  private long acknowledged;
  private Exception failure;

  synchronized void addSent() {
    sent++;
  }

  /** Takes the answer of the broker to one event. */
  @Override
  public synchronized void onCompletion(RecordMetadata metadata, Exception exception) {
    if (exception == null) {
      acknowledged++;
    } else if (failure == null) {
      failure = exception;
    }
  }

  synchronized long sent() {
    return sent;
  }

  /** Returns why the first event that was refused was refused, or null. */
  synchronized Exception failure() {
    return failure;
  }

  @Override
  public synchronized String toString() {
    return String.format(Locale.ROOT, "%,d sent, %,d acknowledged", sent, acknowledged);
  }
}
