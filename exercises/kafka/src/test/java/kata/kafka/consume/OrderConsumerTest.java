package kata.kafka.consume;

import kata.lessons.consume.OrderConsumerLesson;

/** Runs {@link OrderConsumerLesson}. Make {@link OrderConsumer} pass it. */
class OrderConsumerTest implements OrderConsumerLesson {

  @Override
  public Class<?> lesson() {
    return OrderConsumer.class;
  }
}
