package kata.kafka.lab;

import java.util.ArrayList;
import java.util.List;
import kata.datasets.Happening;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;

/**
 * How the broker takes the records of a program: as usual, or as the story wants it. What a program
 * sends again after a failure is taken when it waits for it, so that one that does not wait loses
 * the same records at every run.
 */
final class Taking {

  private final List<Exchange> held = new ArrayList<>();
  private final List<Exchange> passed = new ArrayList<>();
  private Happening now = Happening.NOTHING;
  private long seen;
  private long unconfirmed;
  private boolean begun;
  private boolean refused;

  /** From the next request on, this happens. */
  synchronized void expect(Happening happening) {
    now = happening;
  }

  /** Decides about a request. */
  synchronized void decide(Exchange exchange) {
    begun |= exchange.looksUpTopics();
    if (!exchange.isProduce()) {
      exchange.forward();
      return;
    }
    seen += exchange.records();
    switch (now) {
      case BROKER_SLOW -> held.add(exchange);
      case ANSWER_LOST -> {
        exchange.loseAnswer();
        pass(exchange);
        now = Happening.BROKER_SLOW;
      }
      case REFUSED_ONCE -> {
        if (held.isEmpty()) {
          held.add(exchange);
        } else {
          release();
          pass(exchange);
          now = Happening.BROKER_SLOW;
        }
      }
      case REFUSED -> {
        refused = true;
        exchange.refuse(new InvalidRecordException("The shop's rules forbid this record."));
      }
      default -> pass(exchange);
    }
  }

  private void pass(Exchange exchange) {
    if (passed.isEmpty() && exchange.firstNumber() > 0) {
      // A broker that knows nothing of a producer would take this, and never what is missing.
      exchange.refuse(new OutOfOrderSequenceException("A record before this one is missing."));
      return;
    }
    if (!exchange.wantsAnswer()) {
      unconfirmed += exchange.records();
    }
    passed.add(exchange);
    exchange.forward();
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
      held.forEach(this::pass);
    }
    held.clear();
    now = Happening.NOTHING;
  }

  /** Returns whether a producer has got a record: it looks up the topic before it takes one. */
  synchronized boolean begun() {
    return begun;
  }

  /**
   * Returns whether so many records came, and whether all that went on to the broker is answered.
   */
  synchronized boolean settled(long records) {
    return seen >= records && passed.stream().allMatch(Exchange::isDone);
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
