package kata.kafka.topics;

import kata.harness.verdict.NotSolvedYet;
import kata.kafka.lab.TopicMaker;
import kata.pipeline.Connections;

/**
 * Make the topics of a shop, whatever the broker has already.
 *
 * <p>The broker is {@code at.kafka()}, the topics are {@code at.topic("orders")} and {@code
 * at.topic("customers")}. Orders have six partitions and are deleted after 30 days. Customers have
 * three partitions and are compacted: the latest record of each key stays for ever, a tombstone for
 * two days. One replica is enough here. The program runs at each start of the shop: a topic that is
 * there gets the settings and the partitions that it lacks, and keeps its records and what else is
 * set for it; a topic with more partitions keeps them. Other topics are none of its business. Read
 * docs/lessons/topics.md.
 */
public final class OrderTopics implements TopicMaker {

  @Override
  public void make(Connections at) throws Exception {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
