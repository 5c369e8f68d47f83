package kata.kafka.lab;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.Order;
import kata.datasets.Scenario;
import kata.harness.lab.Engine;
import kata.harness.lab.Instances;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;

/** The Kafka lab: plays stories through a learner's clients on one real broker. */
public final class KafkaEngine implements Engine {

  private LabBroker broker;

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  @SuppressWarnings("unchecked")
  public Transcript play(Object answer, Scenario<?> scenario) throws Exception {
    if (answer instanceof OrderSender sender) {
      return new SendPlay((Scenario<Order>) scenario, this::broker).play(sender);
    }
    if (answer instanceof TopicMaker maker) {
      return new TopicPlay((Scenario<Message>) scenario, this::broker).play(maker);
    }
    if (answer instanceof OrderReader reader) {
      return new ReadPlay(
              (Scenario<Message>) scenario, this::broker, () -> Instances.another(reader))
          .play();
    }
    throw new LearnerMistake(
        "%s is not what its lesson asks for.".formatted(answer.getClass().getSimpleName()),
        "Let the class implement the interface again that the starter implemented.");
  }

  private synchronized LabBroker broker() {
    if (broker == null) {
      broker = new LabBroker();
    }
    return broker;
  }

  /** A play ends when its thread is interrupted; nothing that plays share is in its way. */
  @Override
  public void cancel() {}

  @Override
  public List<String> explain(Throwable thrown) {
    return KafkaExceptions.explain(thrown);
  }

  @Override
  public synchronized void close() {
    if (broker != null) {
      broker.close();
      broker = null;
    }
  }
}
