package kata.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProducerTest {

  private static final String HINT = "\nAll options: --help\n";

  private final StringWriter screen = new StringWriter();
  private final MockProducer<String, byte[]> kafka = answering(true);

  @Test
  void sendsAsManyEventsAsItIsToldToAndSaysSo() {
    assertThat(run("--dataset", "orders", "--events", "25", "--kafka", "somewhere:9092")).isZero();

    assertThat(kafka.history()).hasSize(25).allMatch(it -> it.topic().equals("orders"));
    assertThat(kafka.flushed()).isTrue();
    assertThat(kafka.closed()).isTrue();
    assertThat(screen)
        .hasToString(
            """
            Sending orders to topic orders at somewhere:9092. Ctrl-C stops.
            Stopped: 25 sent, 25 acknowledged.
            """);
  }

  @Test
  void sendsClicksAsJsonAtTenASecondIfItIsToldNothing() {
    FakeClock clock = new FakeClock(TimeUnit.SECONDS.toNanos(3) + 1);

    assertThat(run(clock, kafka, false)).isZero();

    assertThat(kafka.history()).hasSize(31).allMatch(it -> it.topic().equals("clicks"));
    assertThat(new String(kafka.history().get(0).value(), StandardCharsets.UTF_8))
        .startsWith("{\"event_id\":\"e1\"");
    assertThat(screen.toString()).endsWith("Stopped: 31 sent, 31 acknowledged.\n");
  }

  @Test
  void takesTheTopicTheFormatAndTheSeed() {
    run("--topic", "shop", "--format", "avro", "--events", "1");
    byte[] ofSeed42 = kafka.history().get(0).value();
    assertThat(kafka.history().get(0).topic()).isEqualTo("shop");
    assertThat(new String(ofSeed42, StandardCharsets.UTF_8)).doesNotContain("event_id");

    MockProducer<String, byte[]> another = answering(true);
    run(FakeClock.unstopped(), another, false, "--format=avro", "--events=1", "--seed=43");
    assertThat(another.history().get(0).value()).isNotEqualTo(ofSeed42);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "50000, 500000"})
  void keepsTheRate(int rate, int eventsInTenSeconds) {
    FakeClock clock = FakeClock.unstopped();

    run(clock, kafka, false, "--rate", rate + "", "--events", eventsInTenSeconds + 1 + "");

    assertThat(clock.nanos()).isEqualTo(TimeUnit.SECONDS.toNanos(10));
  }

  @Test
  void stopsAtTheFirstEventThatIsRefused() {
    MockProducer<String, byte[]> silent = answering(false);
    FakeClock clock = FakeClock.unstopped();
    Clock failing =
        new Clock() {
          @Override
          public long nanos() {
            return clock.nanos();
          }

          @Override
          public boolean isStoppedWithin(long nanos) {
            if (silent.history().size() == 3) {
              silent.completeNext();
              silent.errorNext(new TimeoutException("Expiring 1 record(s)"));
            }
            return clock.isStoppedWithin(nanos);
          }
        };

    assertThat(run(failing, silent, false, "--kafka", "somewhere:9092")).isEqualTo(1);

    assertThat(screen.toString())
        .endsWith(
            """
            Stopped: 4 sent, 3 acknowledged.
            Kafka at somewhere:9092 did not take an event (Expiring 1 record(s)).\
             See whether the broker still runs.
            """);
  }

  @Test
  void writesOverOneLineOfATerminal() {
    run(FakeClock.unstopped(), kafka, true, "--rate", "1000", "--events", "2500");

    assertThat(screen.toString())
        .contains(
            "Ctrl-C stops.\n"
                + "\r1,001 sent, 1,001 acknowledged, 1,001 events/s"
                + "\r2,001 sent, 2,001 acknowledged, 1,000 events/s"
                + "\nStopped: 2,500 sent, 2,500 acknowledged.\n");
  }

  @Test
  void writesALineEveryTenSecondsElsewhere() {
    run("--rate", "1000", "--events", "25000");

    assertThat(screen.toString())
        .contains(
            "Ctrl-C stops.\n"
                + "10,001 sent, 10,001 acknowledged, 1,000 events/s\n"
                + "20,001 sent, 20,001 acknowledged, 1,000 events/s\n"
                + "Stopped: 25,000 sent, 25,000 acknowledged.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rate 0 | --rate 0 is out of range. Allowed: 1 to 50000.",
        "--rate 50001 | --rate 50001 is out of range. Allowed: 1 to 50000.",
        "--events 0 | --events 0 is out of range. Allowed: 1 to 1000000000000.",
        "--late 0.5 | --late 0.5 is out of range. Allowed: 0 to 0.4.",
        "--malformed -1 | --malformed -1 is out of range. Allowed: 0 to 1.",
        "--dataset cliks | There is no dataset \"cliks\"."
            + " For --dataset there are: clicks, orders, transactions, ad-clicks.",
        "--format xml | There is no format \"xml\". For --format there are: json, avro.",
        "--rate fast | Invalid value for option '--rate': 'fast' is not an int",
        "--speed 10 | Unknown options: '--speed', '10'"
      })
  void saysWhichOptionIsWrongAndWhatIsAllowed(String options, String message) {
    assertThat(run(options.split(" "))).isEqualTo(2);

    assertThat(screen).hasToString(message + HINT);
    assertThat(kafka.history()).isEmpty();
  }

  @Test
  void saysWhatItCanDo() {
    assertThat(run("--help")).isZero();

    assertThat(screen.toString())
        .startsWith("Usage: producer ")
        .contains("--rate=<rate>", "Events per second, 1 to 50000; default: 10.");
  }

  private int run(String... options) {
    return run(FakeClock.unstopped(), kafka, false, options);
  }

  private int run(
      Clock clock, MockProducer<String, byte[]> answering, boolean terminal, String... options) {
    PrintWriter out = new PrintWriter(screen);
    return new Producer((address, topic) -> answering, clock, out, terminal).run(options);
  }

  private static MockProducer<String, byte[]> answering(boolean atOnce) {
    return new MockProducer<>(
        atOnce, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  }
}
