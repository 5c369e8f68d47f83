package kata.datasets.scenarios;

import java.util.List;
import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;

/**
 * Tells the story of a pipeline that reads card transactions, as JSON, from the topic {@code
 * transactions}. They are called t1, t2 and so on, in the order in which they arrive; each buys
 * something else than the one before.
 */
final class CardTopic {

  private static final String TOPIC = "transactions";
  private static final long SMALL_CENTS = 2_500;
  private static final List<String> CATEGORIES = List.of("coffee", "tea", "machines");
  private static final JsonLines<Transaction> JSON = JsonLines.of(EventFields.TRANSACTIONS);

  private final PipelineStory story;
  private int transactions;

  private CardTopic(PipelineStory story) {
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  static CardTopic named(String name, String told) {
    return new CardTopic(PipelineStory.named(name, told).topic(TOPIC, 1));
  }

  /** There is a table, made by this statement in SQL. */
  CardTopic table(String statement) {
    story.table(statement);
    return this;
  }

  /** The bank says no to a small amount. */
  CardTopic declined(String time, String user) {
    return declined(time, user, SMALL_CENTS);
  }

  /** The bank says no; the amount is in cents. */
  CardTopic declined(String time, String user, long cents) {
    return transaction(time, user, cents, TransactionStatus.DECLINED);
  }

  /** The bank says no to a small amount, and Kafka gets to know it at another time. */
  CardTopic declinedSentAt(String sent, String time, String user) {
    Transaction declined = next(time, user, SMALL_CENTS, TransactionStatus.DECLINED);
    story.record(TOPIC, user, sent, JSON.toLine(declined));
    return this;
  }

  /** The bank says yes; the amount is in cents. */
  CardTopic approved(String time, String user, long cents) {
    return transaction(time, user, cents, TransactionStatus.APPROVED);
  }

  /** Somebody else buys a coffee, which only shows how late it is. */
  CardTopic timePasses(String time) {
    return approved(time, "zoe", 300);
  }

  private CardTopic transaction(String time, String user, long cents, TransactionStatus status) {
    Transaction transaction = next(time, user, cents, status);
    story.event(TOPIC, user, transaction, JSON.toLine(transaction));
    return this;
  }

  private Transaction next(String time, String user, long cents, TransactionStatus status) {
    String category = CATEGORIES.get(transactions % CATEGORIES.size());
    return new Transaction(
        "t" + ++transactions, user, category, cents, status, StoryTime.parse(time));
  }

  /** The pipeline has read all and completes a checkpoint; what it has written is looked at. */
  CardTopic checkpoint(String time) {
    story.checkpoint(time);
    return this;
  }

  /** The pipeline has read all and fails before the next checkpoint. */
  CardTopic crash(String time) {
    story.crash(time);
    return this;
  }

  /** Ends the story. */
  Scenario<Message> done() {
    return story.done();
  }
}
