package kata.datasets.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kata.datasets.AdClick;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.Order;
import kata.datasets.OrderStatus;
import kata.datasets.Payment;
import kata.datasets.Region;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;

/**
 * The fields of one kind of event, in the order in which files hold them.
 *
 * @param <T> the event
 */
public final class EventFields<T> {

  public static final EventFields<ClickEvent> CLICKS =
      EventFields.<ClickEvent>of("a click")
          .text("event_id", ClickEvent::eventId)
          .text("user_id", ClickEvent::userId)
          .text("session_id", ClickEvent::sessionId)
          .text("event_type", click -> click.eventType().name())
          .text("page", ClickEvent::page)
          .time("event_time", ClickEvent::eventTime)
          .text("country", ClickEvent::country)
          .text("device", ClickEvent::device)
          .make(
              row ->
                  new ClickEvent(
                      row.text("event_id"),
                      row.text("user_id"),
                      row.text("session_id"),
                      row.oneOf(EventType.class, "event_type"),
                      row.text("page"),
                      row.time("event_time"),
                      row.text("country"),
                      row.text("device")));

  public static final EventFields<Order> ORDERS =
      EventFields.<Order>of("an order")
          .text("event_id", Order::eventId)
          .text("order_id", Order::orderId)
          .text("user_id", Order::userId)
          .text("status", order -> order.status().name())
          .text("category", Order::category)
          .text("region", Order::region)
          .number("amount_cents", Order::amountCents)
          .time("event_time", Order::eventTime)
          .make(
              row ->
                  new Order(
                      row.text("event_id"),
                      row.text("order_id"),
                      row.text("user_id"),
                      row.oneOf(OrderStatus.class, "status"),
                      row.text("category"),
                      row.text("region"),
                      row.number("amount_cents"),
                      row.time("event_time")));

  public static final EventFields<Region> REGIONS =
      EventFields.<Region>of("a region")
          .text("event_id", Region::eventId)
          .text("region", Region::region)
          .text("warehouse", Region::warehouse)
          .time("event_time", Region::eventTime)
          .make(
              row ->
                  new Region(
                      row.text("event_id"),
                      row.text("region"),
                      row.text("warehouse"),
                      row.time("event_time")));

  public static final EventFields<Payment> PAYMENTS =
      EventFields.<Payment>of("a payment")
          .text("payment_id", Payment::paymentId)
          .text("order_id", Payment::orderId)
          .text("user_id", Payment::userId)
          .number("amount_cents", Payment::amountCents)
          .time("event_time", Payment::eventTime)
          .make(
              row ->
                  new Payment(
                      row.text("payment_id"),
                      row.text("order_id"),
                      row.text("user_id"),
                      row.number("amount_cents"),
                      row.time("event_time")));

  public static final EventFields<Transaction> TRANSACTIONS =
      EventFields.<Transaction>of("a transaction")
          .text("transaction_id", Transaction::transactionId)
          .text("user_id", Transaction::userId)
          .text("category", Transaction::category)
          .number("amount_cents", Transaction::amountCents)
          .text("status", transaction -> transaction.status().name())
          .time("event_time", Transaction::eventTime)
          .make(
              row ->
                  new Transaction(
                      row.text("transaction_id"),
                      row.text("user_id"),
                      row.text("category"),
                      row.number("amount_cents"),
                      row.oneOf(TransactionStatus.class, "status"),
                      row.time("event_time")));

  public static final EventFields<AdClick> AD_CLICKS =
      EventFields.<AdClick>of("an ad click")
          .text("click_id", AdClick::clickId)
          .text("ad_id", AdClick::adId)
          .text("campaign_id", AdClick::campaignId)
          .text("user_id", AdClick::userId)
          .number("price_cents", AdClick::priceCents)
          .text("country", AdClick::country)
          .time("event_time", AdClick::eventTime)
          .make(
              row ->
                  new AdClick(
                      row.text("click_id"),
                      row.text("ad_id"),
                      row.text("campaign_id"),
                      row.text("user_id"),
                      row.number("price_cents"),
                      row.text("country"),
                      row.time("event_time")));

  private final String kind;
  private final List<Field<T>> fields;
  private final Function<Row, T> maker;

  private EventFields(String kind, List<Field<T>> fields, Function<Row, T> maker) {
    this.kind = kind;
    this.fields = List.copyOf(fields);
    this.maker = maker;
  }

  /**
   * Returns the values of an event by the names of its fields, in their order: a {@link String}, a
   * {@link Long} or, for the event time, an {@link Instant}.
   */
  public Map<String, Object> valuesOf(T event) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field<T> field : fields) {
      values.put(field.name(), field.value().apply(event));
    }
    return values;
  }

  /** Returns the fields in their order. */
  List<Field<T>> all() {
    return fields;
  }

  /** Returns all names, separated by commas: the header line of a CSV file. */
  String header() {
    return fields.stream().map(Field::name).collect(Collectors.joining(","));
  }

  /**
   * Returns the field with this name.
   *
   * @throws EventFileException if there is none
   */
  Field<T> named(String name) {
    for (Field<T> field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    throw new EventFileException(
        "the field \"%s\" is unknown. Take it out; %s has the fields %s."
            .formatted(name, kind, header()));
  }

  /**
   * Makes an event of the texts of its fields.
   *
   * @throws EventFileException if a field is missing, empty or malformed
   */
  T eventOf(Map<String, String> texts) {
    for (Field<T> field : fields) {
      requireText(field.name(), texts.get(field.name()));
    }
    return maker.apply(new Row(texts));
  }

  private void requireText(String name, String text) {
    if (text == null) {
      throw new EventFileException(
          "the field \"%s\" is missing. Add it; %s has the fields %s."
              .formatted(name, kind, header()));
    }
    if (text.isEmpty()) {
      throw new EventFileException("the field \"%s\" is empty. Give it a value.".formatted(name));
    }
  }

  private static <T> Builder<T> of(String kind) {
    return new Builder<>(kind);
  }

  /** Takes the fields in their order. */
  private static final class Builder<T> {

    private final String kind;
    private final List<Field<T>> fields = new ArrayList<>();

    private Builder(String kind) {
      this.kind = kind;
    }

    private Builder<T> text(String name, Function<T, String> value) {
      return with(new Field<>(name, Field.Type.TEXT, value));
    }

    private Builder<T> number(String name, Function<T, Long> value) {
      return with(new Field<>(name, Field.Type.NUMBER, value));
    }

    private Builder<T> time(String name, Function<T, Instant> value) {
      return with(new Field<>(name, Field.Type.TIME, value));
    }

    private Builder<T> with(Field<T> field) {
      fields.add(field);
      return this;
    }

    private EventFields<T> make(Function<Row, T> maker) {
      return new EventFields<>(kind, fields, maker);
    }
  }
}
