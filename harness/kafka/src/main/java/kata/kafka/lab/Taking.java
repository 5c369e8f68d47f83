package kata.kafka.lab;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.Happening;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.record.BaseRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.requests.ProduceRequest;

/** How the broker takes the records of a program: as usual, or as the story wants it. */
final class Taking {

  private final List<Exchange> held = new ArrayList<>();
  private final List<Exchange> passed = new ArrayList<>();
  private Happening now = Happening.NOTHING;
  private long seen;
  private long unconfirmed;
  private boolean refused;

  /** From the next request on, this happens. */
  synchronized void expect(Happening happening) {
    now = happening;
  }

  /** Decides about a request. */
  synchronized void decide(Exchange exchange) {
    if (!(exchange.request() instanceof ProduceRequest produce)) {
      exchange.forward();
      return;
    }
    long records = records(produce);
    seen += records;
    switch (now) {
      case BROKER_SLOW -> held.add(exchange);
      case ANSWER_LOST -> {
        now = Happening.NOTHING;
        exchange.forwardAndLoseAnswer();
      }
      case REFUSED_ONCE -> {
        if (held.isEmpty()) {
          held.add(exchange);
        } else {
          release();
          pass(exchange, records);
        }
      }
      case REFUSED -> {
        refused = true;
        exchange.refuse(new InvalidRecordException("The shop's rules forbid this record."));
      }
      default -> pass(exchange, records);
    }
    notifyAll();
  }

  private void pass(Exchange exchange, long records) {
    if (exchange.wantsAnswer()) {
      passed.add(exchange);
    } else {
      unconfirmed += records;
    }
    exchange.forward();
  }

  private static long records(ProduceRequest request) {
    long count = 0;
    for (var topic : request.data().topicData()) {
      for (var partition : topic.partitionData()) {
        BaseRecords records = partition.records();
        if (records instanceof Records all) {
          for (Record ignored : all.records()) {
            count++;
          }
        }
      }
    }
    return count;
  }

  /** Returns whether a request waits whose sender wants to know what becomes of it. */
  synchronized boolean keepsWaiting() {
    return held.stream().anyMatch(Exchange::wantsAnswer);
  }

  /** The broker does with what it holds what it was going to do, and takes the rest as usual. */
  synchronized void release() {
    if (now == Happening.REFUSED_ONCE) {
      held.forEach(
          it -> it.refuse(new NotEnoughReplicasException("Too few replicas are in sync.")));
    } else {
      held.forEach(it -> pass(it, records((ProduceRequest) it.request())));
    }
    held.clear();
    now = Happening.NOTHING;
    notifyAll();
  }

  /**
   * Waits until so many records were on their way to the broker, and all requests that it has got
   * are answered.
   *
   * @param patience in milliseconds
   * @return whether it was so in time
   */
  synchronized boolean await(long records, long patience) throws InterruptedException {
    long end = System.nanoTime() + patience * 1_000_000;
    while (seen < records || passed.stream().anyMatch(it -> it.answer() == null)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(Math.min(left, 1));
    }
    return true;
  }

  /** Returns how many records the broker was sent without being asked for an answer. */
  synchronized long unconfirmed() {
    return unconfirmed;
  }

  /** Returns whether the broker has refused something for good. */
  synchronized boolean refused() {
    return refused;
  }
}
