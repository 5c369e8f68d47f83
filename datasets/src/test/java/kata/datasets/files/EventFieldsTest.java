package kata.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import kata.datasets.AdClick;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.Payment;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of event as both kinds of file have it; what all have in common is told by clicks. */
class EventFieldsTest {

  private static final Instant MOMENT = Instant.parse("2024-03-04T12:04:59.999Z");
  private static final Order ORDER =
      new Order("e1", "ann-o1", "ann", OrderStatus.PAID, "coffee", "europe", 1299, MOMENT);
  private static final Payment PAYMENT = new Payment("p1", "ann-o1", "ann", 1299, MOMENT);
  private static final Transaction TRANSACTION =
      new Transaction("t1", "ann", "coffee", 1299, TransactionStatus.DECLINED, MOMENT);
  private static final AdClick AD_CLICK =
      new AdClick("c1", "spring-2", "spring", "ann", 45, "DE", MOMENT);

  @Test
  void anOrderHasItsFields() {
    assertFiles(
        EventFields.ORDERS,
        ORDER,
        """
        {"event_id":"e1","order_id":"ann-o1","user_id":"ann","status":"PAID","category":"coffee",\
        "region":"europe","amount_cents":1299,"event_time":"2024-03-04T12:04:59.999Z"}
        """,
        """
        event_id,order_id,user_id,status,category,region,amount_cents,event_time
        e1,ann-o1,ann,PAID,coffee,europe,1299,2024-03-04T12:04:59.999Z
        """);
  }

  @Test
  void aPaymentHasItsFields() {
    assertFiles(
        EventFields.PAYMENTS,
        PAYMENT,
        """
        {"payment_id":"p1","order_id":"ann-o1","user_id":"ann","amount_cents":1299,\
        "event_time":"2024-03-04T12:04:59.999Z"}
        """,
        """
        payment_id,order_id,user_id,amount_cents,event_time
        p1,ann-o1,ann,1299,2024-03-04T12:04:59.999Z
        """);
  }

  @Test
  void aTransactionHasItsFields() {
    assertFiles(
        EventFields.TRANSACTIONS,
        TRANSACTION,
        """
        {"transaction_id":"t1","user_id":"ann","category":"coffee","amount_cents":1299,\
        "status":"DECLINED","event_time":"2024-03-04T12:04:59.999Z"}
        """,
        """
        transaction_id,user_id,category,amount_cents,status,event_time
        t1,ann,coffee,1299,DECLINED,2024-03-04T12:04:59.999Z
        """);
  }

  @Test
  void anAdClickHasItsFields() {
    assertFiles(
        EventFields.AD_CLICKS,
        AD_CLICK,
        """
        {"click_id":"c1","ad_id":"spring-2","campaign_id":"spring","user_id":"ann",\
        "price_cents":45,"country":"DE","event_time":"2024-03-04T12:04:59.999Z"}
        """,
        """
        click_id,ad_id,campaign_id,user_id,price_cents,country,event_time
        c1,spring-2,spring,ann,45,DE,2024-03-04T12:04:59.999Z
        """);
  }

  @Test
  void theValuesOfAnEventKeepTheirTypes() {
    assertThat(EventFields.TRANSACTIONS.valuesOf(TRANSACTION))
        .hasToString(
            "{transaction_id=t1, user_id=ann, category=coffee, amount_cents=1299, status=DECLINED,"
                + " event_time=2024-03-04T12:04:59.999Z}")
        .containsEntry("amount_cents", 1299L)
        .containsEntry("event_time", MOMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1299 | \"1299\" | the field \"amount_cents\" is not a whole number."
            + " Write it as 1299, without quotes.",
        "1299 | 12.99 | the field \"amount_cents\" is not a whole number."
            + " Write it as 1299, without quotes.",
        "1299 | 9223372036854775808 | amount_cents \"9223372036854775808\" is not a whole number."
            + " Write it as 1299.",
        "PAID | paid | status \"paid\" does not exist."
            + " Use one of [CREATED, PAID, SHIPPED, DELIVERED, CANCELLED].",
        "\"region\":\"europe\", | `` | the field \"region\" is missing. Add it; an order has the"
            + " fields event_id,order_id,user_id,status,category,region,amount_cents,event_time."
      })
  void saysWhatIsWrongWithALineAndWhatToDo(String part, String instead, String message) {
    JsonLines<Order> json = JsonLines.of(EventFields.ORDERS);
    String line = json.toLine(ORDER);

    assertThatThrownBy(() -> json.fromLine(line.replace(part, instead)))
        .isInstanceOf(EventFileException.class)
        .hasMessage(message);
  }

  private static <T> void assertFiles(
      EventFields<T> fields, T event, String jsonLines, String commaSeparated) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    JsonLines.of(fields).write(Stream.of(event), json);
    Csv.of(fields).write(Stream.of(event), csv);

    assertThat(json.toString(StandardCharsets.UTF_8)).isEqualTo(jsonLines);
    assertThat(csv.toString(StandardCharsets.UTF_8)).isEqualTo(commaSeparated);
    assertThat(JsonLines.of(fields).fromLine(jsonLines.strip())).isEqualTo(event);
  }
}
