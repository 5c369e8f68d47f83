package kata.flink.transactions;

/**
 * What goes into a topic.
 *
 * @param topic the name that the lesson gives it
 * @param json the value of the record
 */
public record Line(String topic, String json) {}
