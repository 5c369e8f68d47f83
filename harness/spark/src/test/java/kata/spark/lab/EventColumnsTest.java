package kata.spark.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Reading;
import kata.datasets.TimedEvent;
import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

class EventColumnsTest {

  private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");

  /** An event with a component for which the lab has no column type. */
  public record Weighed(String eventId, Instant eventTime, float grams) implements TimedEvent {}

  @Test
  void a_click_has_a_column_for_each_component() {
    EventColumns columns = new EventColumns(ClickEvent.class);
    assertThat(columns.schema().fieldNames())
        .containsExactly(
            "event_id",
            "user_id",
            "session_id",
            "event_type",
            "page",
            "event_time",
            "country",
            "device");
    ClickEvent click =
        new ClickEvent("e1", "ann", "ann-1", EventType.PURCHASE, "/cart", NOON, "DE", "mobile");
    assertThat(columns.row(click).toString()).startsWith("[e1,ann,ann-1,PURCHASE,/cart,");
  }

  @Test
  void a_reading_keeps_its_number() {
    EventColumns columns = new EventColumns(Reading.class);
    assertThat(columns.row(new Reading("r1", "cellar", NOON, -3)).<Integer>getAs(3)).isEqualTo(-3);
  }

  @Test
  void an_empty_row_has_an_event_time_and_nothing_else() {
    EventColumns columns = new EventColumns(Reading.class);
    assertThat(columns.empty(NOON).<Instant>getAs(2)).isEqualTo(NOON);
    assertThat(columns.empty(NOON).isNullAt(0)).isTrue();
    assertThat(columns.empty(NOON).isNullAt(3)).isTrue();
  }

  @Test
  void a_component_without_a_column_type_is_refused() {
    assertThatThrownBy(() -> new EventColumns(Weighed.class).schema())
        .isInstanceOf(LabException.class)
        .hasMessageContaining("grams");
  }
}
