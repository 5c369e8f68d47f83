package kata.datasets;

/** What the bank said to a transaction. */
public enum TransactionStatus {
  APPROVED,
  DECLINED
}
