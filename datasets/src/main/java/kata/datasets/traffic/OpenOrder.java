package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;
import kata.datasets.Order;
import kata.datasets.OrderStatus;

/** One order of one user, from its creation until it is delivered or cancelled. */
final class OpenOrder implements Episode<Order> {

  private final User user;
  private final String orderId;
  private OrderStatus status;
  private Category category;
  private long amountCents;

  OpenOrder(User user, int number) {
    this.user = user;
    this.orderId = user.id() + "-o" + number;
  }

  @Override
  public User user() {
    return user;
  }

  @Override
  public Order next(long number, Instant eventTime, Random random) {
    if (status == null) {
      category = Category.draw(random);
      amountCents = category.drawAmountCents(random);
      status = OrderStatus.CREATED;
    } else {
      status = choose(random.nextInt(100));
    }
    return new Order(
        "e" + number,
        orderId,
        user.id(),
        status,
        category.name(),
        user.region(),
        amountCents,
        eventTime);
  }

  @Override
  public boolean isOver() {
    return status == OrderStatus.DELIVERED || status == OrderStatus.CANCELLED;
  }

  private OrderStatus choose(int percent) {
    return switch (status) {
      case CREATED -> percent < 10 ? OrderStatus.CANCELLED : OrderStatus.PAID;
      case PAID -> percent < 5 ? OrderStatus.CANCELLED : OrderStatus.SHIPPED;
      case SHIPPED -> OrderStatus.DELIVERED;
      case DELIVERED, CANCELLED -> throw new IllegalStateException(orderId + " is closed");
    };
  }
}
