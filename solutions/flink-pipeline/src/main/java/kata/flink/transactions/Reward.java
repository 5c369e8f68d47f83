package kata.flink.transactions;

import kata.datasets.Transaction;

/**
 * A transaction that counts, and what comes back of it.
 *
 * @param cashbackCents how much, in cents; 0 or more
 */
public record Reward(
    String transactionId, String userId, String category, long amountCents, long cashbackCents) {

  static Reward of(Transaction transaction, long cashbackCents) {
    return new Reward(
        transaction.transactionId(),
        transaction.userId(),
        transaction.category(),
        transaction.amountCents(),
        cashbackCents);
  }

  /** Returns what was paid less what came back, in cents. */
  long paidCents() {
    return amountCents - cashbackCents;
  }

  String json() {
    return """
    {"transaction_id":"%s","user_id":"%s","category":"%s","amount_cents":%d,"cashback_cents":%d}\
    """
        .formatted(transactionId, userId, category, amountCents, cashbackCents);
  }
}
