package kata.datasets.files;

import java.time.Instant;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;

/** Clicks to write and to read. */
final class Clicks {

  static final ClickEvent VIEW = onPage("/home");

  private Clicks() {}

  static ClickEvent onPage(String page) {
    return new ClickEvent(
        "e1",
        "ann",
        "ann-1",
        EventType.PAGE_VIEW,
        page,
        Instant.parse("2024-03-04T12:04:59.999Z"),
        "DE",
        "mobile");
  }

  static ClickEvent at(String moment) {
    return new ClickEvent(
        "e2",
        "bob",
        "bob-7",
        EventType.ADD_TO_CART,
        "/product/tea",
        Instant.parse(moment),
        "FR",
        "desktop");
  }
}
