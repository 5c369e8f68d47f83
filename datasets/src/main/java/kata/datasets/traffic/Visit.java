package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;
import kata.datasets.ClickEvent;
import kata.datasets.EventType;

/**
 * One visit of one user: it begins with a page view; a product is put into the cart from its own
 * page; checkout needs something in the cart; a purchase follows a checkout at once.
 */
final class Visit implements Episode<ClickEvent> {

  private static final String NO_VISITOR = "A heartbeat belongs to no visit";

  private final User user;
  private final String sessionId;
  private EventType last;
  private String page;
  private boolean cartFilled;
  private boolean over;

  Visit(User user, int number) {
    this.user = user;
    this.sessionId = user.id() + "-" + number;
  }

  @Override
  public User user() {
    return user;
  }

  @Override
  public ClickEvent next(long number, Instant eventTime, Random random) {
    step(random);
    return new ClickEvent(
        "e" + number, user.id(), sessionId, last, page, eventTime, user.country(), user.device());
  }

  @Override
  public boolean isOver() {
    return over;
  }

  /** The user does something, and perhaps leaves after it. */
  private void step(Random random) {
    last = choose(random.nextInt(100));
    switch (last) {
      case PAGE_VIEW -> page = Pages.draw(random);
      case ADD_TO_CART -> cartFilled = true;
      case CHECKOUT -> page = Pages.CART;
      case PURCHASE -> {
        page = Pages.CHECKOUT;
        cartFilled = false;
      }
      case HEARTBEAT -> throw new IllegalStateException(NO_VISITOR);
    }
    over = random.nextInt(100) < percentWhoLeave();
  }

  private EventType choose(int percent) {
    if (last == EventType.CHECKOUT) {
      return EventType.PURCHASE;
    }
    if (cartFilled && percent < 30) {
      return EventType.CHECKOUT;
    }
    if (last == EventType.PAGE_VIEW && Pages.sells(page) && percent >= 75) {
      return EventType.ADD_TO_CART;
    }
    return EventType.PAGE_VIEW;
  }

  private int percentWhoLeave() {
    return switch (last) {
      case PAGE_VIEW -> cartFilled ? 10 : 18;
      case ADD_TO_CART -> 5;
      case CHECKOUT -> 25;
      case PURCHASE -> 85;
      case HEARTBEAT -> throw new IllegalStateException(NO_VISITOR);
    };
  }
}
