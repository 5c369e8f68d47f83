package kata.kafka.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import kata.datasets.scenarios.ConsumeScenarios;
import kata.harness.lab.LearnerMistake;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReadPlayTest {

  private static final LabBroker BROKER = new LabBroker();

  @AfterAll
  static void close() {
    BROKER.close();
  }

  @Test
  void only_the_order_at_which_a_program_dies_is_handled_twice() throws Exception {
    Transcript transcript = crashAfterWork(new Polling(Map.of()));

    assertThat(times(transcript)).containsExactly("o1 1", "o2 1", "o3 2", "o4 1");
  }

  @Test
  void a_dead_program_does_nothing_on_its_way_out() throws Exception {
    Transcript transcript =
        crashAfterWork(
            new Polling(Map.of()) {
              @Override
              void ended(KafkaConsumer<String, String> consumer) {
                consumer.commitSync();
              }
            });

    assertThat(times(transcript)).contains("o3 2");
  }

  @Test
  void a_member_whose_broker_shares_the_partitions_leaves_as_well_when_it_dies() throws Exception {
    Transcript transcript = crashAfterWork(new Polling(Map.of("group.protocol", "consumer")));

    assertThat(times(transcript)).containsExactly("o1 1", "o2 1", "o3 2", "o4 1");
  }

  @Test
  void a_program_that_ends_by_itself_is_a_mistake() {
    assertThatThrownBy(() -> crashAfterWork((at, work, stop) -> at.kafka()))
        .isInstanceOf(LearnerMistake.class)
        .hasMessage("Your program ended before it was told to.");
  }

  @Test
  void what_a_program_throws_is_thrown() {
    OrderReader unsolved =
        (at, work, stop) -> {
          throw new NotSolvedYet();
        };

    assertThatThrownBy(() -> crashAfterWork(unsolved)).isInstanceOf(NotSolvedYet.class);
  }

  private static Transcript crashAfterWork(OrderReader reader) throws Exception {
    return new ReadPlay(ConsumeScenarios.CRASH_AFTER_WORK, () -> BROKER, () -> reader).play();
  }

  private static Set<String> times(Transcript transcript) {
    Set<String> times = new TreeSet<>();
    transcript
        .on("orders")
        .emissions()
        .forEach(
            it -> times.add(it.row().cells().get("order") + " " + it.row().cells().get("times")));
    return times;
  }

  /** Commits what a poll has brought when all of it is handled. */
  private static class Polling implements OrderReader {

    private final Map<String, Object> special;

    Polling(Map<String, Object> special) {
      this.special = special;
    }

    @Override
    public void read(Connections at, OrderWork work, BooleanSupplier stop) throws Exception {
      Map<String, Object> settings = new HashMap<>(special);
      settings.put("bootstrap.servers", at.kafka());
      settings.put("group.id", at.group());
      settings.put("enable.auto.commit", false);
      settings.put("auto.offset.reset", "earliest");
      try (KafkaConsumer<String, String> consumer =
          new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
        consumer.subscribe(List.of(at.topic("orders")));
        try {
          while (!stop.getAsBoolean()) {
            for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMillis(50))) {
              work.handle(order);
            }
            consumer.commitSync();
          }
        } finally {
          ended(consumer);
        }
      }
    }

    void ended(KafkaConsumer<String, String> consumer) {}
  }
}
