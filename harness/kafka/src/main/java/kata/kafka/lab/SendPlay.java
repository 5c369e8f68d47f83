package kata.kafka.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import kata.datasets.Happening;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.harness.lab.LabException;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.NotSolvedYet;

/**
 * Plays a story through a program that sends orders. Each step's orders are given out when those of
 * the step before are on the wire, so that what happens to a step happens to its orders alone. When
 * the program returns, nothing that it has not sent by then gets through.
 */
final class SendPlay {

  private static final String TOPIC = "orders";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** How long a program may need from asking for the broker to its first record. */
  private static final Duration BEGINNING = Duration.ofMillis(500);

  private final Scenario<Order> scenario;
  private final Supplier<LabBroker> lab;
  private final Taking taking = new Taking();
  private final PlayConnections connections = PlayConnections.to(this::asked);
  private Wire wire;
  private boolean canSend;
  private boolean keepsBack;

  SendPlay(Scenario<Order> scenario, Supplier<LabBroker> lab) {
    this.scenario = scenario;
    this.lab = lab;
  }

  /** The program asks for the broker; before that it cannot have sent anything. */
  private synchronized HostAndPort asked() {
    canSend = true;
    return wire();
  }

  private synchronized boolean canSend() {
    return canSend;
  }

  private synchronized HostAndPort wire() {
    if (wire == null) {
      lab.get().make(Map.of(connections.topic(TOPIC), partitions()));
      wire = Wire.to(lab.get().address(), taking::decide);
    }
    return wire.address();
  }

  private int partitions() {
    return scenario.setting().topics().get(TOPIC);
  }

  /** Runs the program to its end, and returns what it has sent. */
  Transcript play(OrderSender sender) throws Exception {
    Waiting waiting = Waiting.watch(Thread.currentThread(), this::waits);
    try {
      boolean threw = threw(sender);
      waiting.close();
      wire();
      awaitUnconfirmed();
      wire.close();
      return transcript(threw);
    } finally {
      waiting.close();
      if (wire != null) {
        wire.close();
        lab.get().remove(List.of(connections.topic(TOPIC)));
      }
    }
  }

  private void waits() {
    if (taking.keepsWaiting()) {
      taking.release();
    }
  }

  /** Returns whether the program has told of what the broker refused. */
  private boolean threw(OrderSender sender) throws Exception {
    try {
      sender.send(Handing::new, connections);
      return false;
    } catch (NotSolvedYet | LearnerMistake | LabException e) {
      throw e;
    } catch (Exception e) {
      if (taking.refused()) {
        return true;
      }
      throw e;
    }
  }

  /** What was sent with {@code acks=0} is still on its way. */
  private void awaitUnconfirmed() {
    if (taking.unconfirmed() > 0) {
      Outcome.within(
          PATIENCE, () -> lab.get().written(connections.topic(TOPIC)) >= taking.unconfirmed());
    }
  }

  private Transcript transcript(boolean threw) {
    String at = StoryTime.format(scenario.steps().get(scenario.steps().size() - 1).moment());
    SentOrders sent =
        new SentOrders(
            at, partitions(), scenario.events(), lab.get().records(connections.topic(TOPIC)));
    List<Emission> emissions = new ArrayList<>(sent.rows());
    emissions.add(sent.spread());
    Map<String, String> end = new LinkedHashMap<>();
    end.put("method", "send");
    end.put("ended", threw ? "with an exception" : "as if all was well");
    emissions.add(new Emission(at, "program", Row.of(end)));
    return new Transcript(emissions);
  }

  /** Gives out the orders of the story, one when it is asked for. */
  private final class Handing implements Iterator<Order> {

    private int step = -1;
    private Iterator<Order> orders = List.<Order>of().iterator();
    private long handed;

    @Override
    public boolean hasNext() {
      wire();
      while (!orders.hasNext() && step < scenario.steps().size()) {
        if (step >= 0) {
          endStep();
        }
        step++;
        if (step < scenario.steps().size()) {
          orders = scenario.steps().get(step).arrivals().iterator();
          if (then(step) != Happening.NOTHING) {
            taking.expect(then(step));
          }
        }
      }
      return orders.hasNext();
    }

    private Happening then(int number) {
      return scenario.steps().get(number).then();
    }

    private void endStep() {
      if (then(step) == Happening.BROKER_SLOW || keepsBack) {
        return;
      }
      // A program that collects all orders before it sends any is not waited for again.
      keepsBack =
          !canSend()
              || !Outcome.within(BEGINNING, taking::begun)
              || !Outcome.within(PATIENCE, () -> taking.settled(handed));
      if (then(step) == Happening.REFUSED && !keepsBack) {
        taking.expect(Happening.NOTHING);
      }
    }

    @Override
    public Order next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all orders were given out");
      }
      handed++;
      return orders.next();
    }
  }
}
