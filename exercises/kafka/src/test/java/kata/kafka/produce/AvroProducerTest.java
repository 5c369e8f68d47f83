package kata.kafka.produce;

import kata.lessons.produce.AvroProducerLesson;

/** Runs {@link AvroProducerLesson}. Make {@link AvroProducer} pass it. */
class AvroProducerTest implements AvroProducerLesson {

  @Override
  public Class<?> lesson() {
    return AvroProducer.class;
  }
}
