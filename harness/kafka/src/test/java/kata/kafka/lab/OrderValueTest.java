package kata.kafka.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class OrderValueTest {

  private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");

  @Test
  void avro_is_read_by_the_names_of_the_schema() throws IOException {
    OrderValue value = OrderValue.read(avro());

    assertThat(value.format()).isEqualTo("avro");
    assertThat(value.fields().keySet()).containsExactlyElementsOf(OrderValue.names());
    assertThat(value.fields())
        .containsEntry("amount_cents", 1250L)
        .containsEntry("event_time", NOON);
    assertThat(value.fields().get("order_id")).hasToString("o1");
  }

  @Test
  void json_is_read_by_its_own_names() {
    OrderValue value =
        OrderValue.read(bytes("{\"order_id\": \"o1\", \"event_time\": \"2024-03-04T12:00:00Z\"}"));

    assertThat(value.format()).isEqualTo("json");
    assertThat(value.fields()).containsEntry("order_id", "o1").containsEntry("event_time", NOON);
  }

  @Test
  void a_time_that_is_none_stays_the_text_that_it_is() {
    assertThat(OrderValue.read(bytes("{\"event_time\": 1709553600000}")).fields())
        .containsEntry("event_time", "1709553600000");
  }

  @Test
  void bytes_after_the_record_make_it_unreadable() throws IOException {
    byte[] twice = ByteBuffer.allocate(2 * avro().length).put(avro()).put(avro()).array();

    assertUnreadable(twice, "?");
  }

  @Test
  void what_stands_before_the_record_is_recognised() throws IOException {
    assertUnreadable(
        ByteBuffer.allocate(5 + avro().length).put((byte) 0).putInt(7).put(avro()).array(),
        "schema id");
    assertUnreadable(new byte[] {'O', 'b', 'j', 1, 4, 22}, "avro file");
  }

  @Test
  void nothing_is_told_apart_from_rubbish() {
    assertUnreadable(new byte[0], "empty");
    assertUnreadable(null, "empty");
    assertUnreadable(bytes("o1 CREATED"), "?");
    assertUnreadable(bytes("[]"), "?");
    assertUnreadable(bytes("Obj"), "?");
  }

  private static void assertUnreadable(byte[] value, String format) {
    assertThat(OrderValue.read(value).format()).isEqualTo(format);
    assertThat(OrderValue.read(value).fields()).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] avro() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    for (String text : new String[] {"e1", "o1", "ann", "CREATED", "coffee", "europe"}) {
      encoder.writeString(text);
    }
    encoder.writeLong(1250);
    encoder.writeLong(NOON.toEpochMilli());
    encoder.flush();
    return out.toByteArray();
  }
}
