package kata.kafka.lab;

import kata.datasets.Message;
import kata.pipeline.Connections;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records of a story, as the lab sends them. */
final class StoryRecord {

  private StoryRecord() {}

  /** Returns the record of a message, for the topic that a play has. */
  static ProducerRecord<byte[], byte[]> of(Message message, Connections at) {
    return new ProducerRecord<>(
        at.topic(message.topic()),
        message.partition(),
        message.eventTime().toEpochMilli(),
        message.keyBytes(),
        message.valueBytes());
  }
}
