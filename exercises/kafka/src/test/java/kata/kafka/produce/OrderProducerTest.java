package kata.kafka.produce;

import kata.lessons.produce.OrderProducerLesson;

/** Runs {@link OrderProducerLesson}. Make {@link OrderProducer} pass it. */
class OrderProducerTest implements OrderProducerLesson {

  @Override
  public Class<?> lesson() {
    return OrderProducer.class;
  }
}
