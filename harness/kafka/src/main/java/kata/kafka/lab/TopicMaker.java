package kata.kafka.lab;

import kata.pipeline.Connections;

/** A program that makes the topics which a shop needs. */
public interface TopicMaker {

  /**
   * Makes what is missing, and changes what is there. When it returns, the broker has done all.
   *
   * @param at where the broker is, and what the topics are called there
   * @throws Exception if the broker refuses something
   */
  void make(Connections at) throws Exception;
}
