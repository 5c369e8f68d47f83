package kata.flink.patterns;

import java.nio.charset.StandardCharsets;
import kata.datasets.Transaction;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads a transaction from the value of a record. */
final class TransactionSchema extends AbstractDeserializationSchema<Transaction> {

  private static final long serialVersionUID = 1L;
  private static final JsonLines<Transaction> JSON = JsonLines.of(EventFields.TRANSACTIONS);

  TransactionSchema() {
    super(Transaction.class);
  }

  @Override
  public Transaction deserialize(byte[] value) {
    return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
  }
}
