package kata.kafka.topics;

import kata.lessons.topics.OrderTopicsLesson;

/** Runs {@link OrderTopicsLesson}. Make {@link OrderTopics} pass it. */
class OrderTopicsTest implements OrderTopicsLesson {

  @Override
  public Class<?> lesson() {
    return OrderTopics.class;
  }
}
