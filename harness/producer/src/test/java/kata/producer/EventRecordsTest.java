package kata.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import kata.datasets.Order;
import kata.datasets.files.EventFields;
import kata.datasets.files.EventFileException;
import kata.datasets.files.JsonLines;
import kata.datasets.traffic.OrderTraffic;
import kata.datasets.traffic.TrafficSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRecordsTest {

  private static final TrafficSettings SETTINGS = TrafficSettings.defaults();
  private static final JsonLines<Order> JSON = JsonLines.of(EventFields.ORDERS);

  @Test
  void theUserIsTheKeyAndTheEventIsTheValue() {
    EventRecords<?> records = records(Format.JSON, 0);

    assertThat(new OrderTraffic(42, SETTINGS).first(100))
        .allSatisfy(
            order -> {
              var record = records.next();
              assertThat(record.topic()).isEqualTo("shop");
              assertThat(record.key()).isEqualTo(order.userId());
              assertThat(text(record.value())).isEqualTo(JSON.toLine(order));
            });
  }

  @ParameterizedTest
  @EnumSource
  void theSameArgumentsGiveTheSameRecordsEvenTheMalformedOnes(Format format) {
    assertThat(values(records(format, 0.2)))
        .containsExactly(values(records(format, 0.2)).toArray(byte[][]::new));
  }

  @Test
  void theStatedShareOfJsonCannotBeRead() {
    long malformed = values(records(Format.JSON, 0.2)).stream().filter(it -> !isOrder(it)).count();

    assertThat(malformed / 5_000.0).isCloseTo(0.2, within(0.02));
  }

  @Test
  void theStatedShareOfAvroIsCutOff() {
    List<byte[]> whole = values(records(Format.AVRO, 0));
    List<byte[]> some = values(records(Format.AVRO, 0.2));
    long shorter = 0;
    for (int i = 0; i < whole.size(); i++) {
      shorter += some.get(i).length < whole.get(i).length ? 1 : 0;
    }

    assertThat(shorter / 5_000.0).isCloseTo(0.2, within(0.02));
  }

  private static EventRecords<?> records(Format format, double malformed) {
    return EventRecords.of(Dataset.named("orders"), 42, SETTINGS, format, malformed, "shop");
  }

  private static List<byte[]> values(EventRecords<?> records) {
    return Stream.generate(records::next).limit(5_000).map(record -> record.value()).toList();
  }

  private static boolean isOrder(byte[] value) {
    try {
      JSON.fromLine(text(value));
      return true;
    } catch (EventFileException e) {
      return false;
    }
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
