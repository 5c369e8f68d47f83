package kata.datasets.scenarios;

import kata.datasets.Message;
import kata.datasets.PipelineStory;
import kata.datasets.Scenario;
import kata.datasets.StoryTime;
import kata.datasets.Transaction;
import kata.datasets.TransactionStatus;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;

/**
 * Tells the story of a pipeline that reads transactions, as JSON, from the topic {@code
 * transactions}, which has one partition.
 */
final class TransactionTopic {

  private static final String TOPIC = "transactions";
  private static final JsonLines<Transaction> JSON = JsonLines.of(EventFields.TRANSACTIONS);

  private final PipelineStory story;
  private int events;

  private TransactionTopic(PipelineStory story) {
    this.story = story;
  }

  /** Starts a story with a short name and one sentence that says what happens. */
  static TransactionTopic named(String name, String told) {
    return new TransactionTopic(PipelineStory.named(name, told).topic(TOPIC, 1));
  }

  /** There is a topic, of one partition, into which the pipeline writes. */
  TransactionTopic output(String topic) {
    story.topic(topic, 1);
    return this;
  }

  /** A user pays so many cents. */
  TransactionTopic paid(String time, String user, String category, long cents) {
    return transaction(time, user, category, cents, TransactionStatus.APPROVED);
  }

  /** A user wants to pay so many cents, and the bank declines. */
  TransactionTopic declined(String time, String user, String category, long cents) {
    return transaction(time, user, category, cents, TransactionStatus.DECLINED);
  }

  /** A user pays so many cents, and Kafka gets to know it at another time. */
  TransactionTopic paidSentAt(String sent, String time, String user, String category, long cents) {
    Transaction paid = next(time, user, category, cents, TransactionStatus.APPROVED);
    story.record(TOPIC, user, sent, JSON.toLine(paid));
    return this;
  }

  private TransactionTopic transaction(
      String time, String user, String category, long cents, TransactionStatus status) {
    return transaction(next(time, user, category, cents, status));
  }

  private Transaction next(
      String time, String user, String category, long cents, TransactionStatus status) {
    return new Transaction("t" + ++events, user, category, cents, status, StoryTime.parse(time));
  }

  /** A transaction that was made elsewhere arrives. */
  TransactionTopic transaction(Transaction transaction) {
    story.event(TOPIC, transaction.userId(), transaction, JSON.toLine(transaction));
    return this;
  }

  /** The pipeline has read all and completes a checkpoint; what it has written is looked at. */
  TransactionTopic checkpoint(String time) {
    story.checkpoint(time);
    return this;
  }

  /** The pipeline has read all and fails before the next checkpoint. */
  TransactionTopic crash(String time) {
    story.crash(time);
    return this;
  }

  /** Ends the story. */
  Scenario<Message> done() {
    return story.done();
  }
}
