package kata.datasets.traffic;

import java.time.Instant;
import java.util.Random;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;

/** A user's card is used once or a few times in a row, by the user or by a thief. */
final class CardUse implements Episode<Transaction> {

  private static final int PERCENT_STOLEN = 1;
  private static final int PERCENT_DECLINED = 5;
  private static final int PERCENT_WHO_STOP = 60;
  private static final int TRIALS_OF_A_THIEF = 3;
  private static final int LEAST_CENTS_OF_A_TRIAL = 100;
  private static final int LEAST_CENTS_OF_A_THEFT = 100_000;

  private final User user;
  private int done;
  private boolean stolen;
  private boolean over;

  CardUse(User user) {
    this.user = user;
  }

  @Override
  public User user() {
    return user;
  }

  @Override
  public Transaction next(long number, Instant eventTime, Random random) {
    if (done++ == 0) {
      stolen = random.nextInt(100) < PERCENT_STOLEN;
    }
    Category category = Category.draw(random);
    return new Transaction(
        "t" + number,
        user.id(),
        category.name(),
        stolen ? thiefsAmountCents(random) : category.drawAmountCents(random),
        stolen ? thiefsStatus() : honestStatus(random),
        eventTime);
  }

  @Override
  public boolean isOver() {
    return over;
  }

  private TransactionStatus honestStatus(Random random) {
    over = random.nextInt(100) < PERCENT_WHO_STOP;
    return random.nextInt(100) < PERCENT_DECLINED
        ? TransactionStatus.DECLINED
        : TransactionStatus.APPROVED;
  }

  private TransactionStatus thiefsStatus() {
    over = done > TRIALS_OF_A_THIEF;
    return over ? TransactionStatus.APPROVED : TransactionStatus.DECLINED;
  }

  private long thiefsAmountCents(Random random) {
    int least = done > TRIALS_OF_A_THIEF ? LEAST_CENTS_OF_A_THEFT : LEAST_CENTS_OF_A_TRIAL;
    return least + random.nextInt(least);
  }
}
