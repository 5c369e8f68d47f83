package kata.lessons.produce;

/** Send orders to a topic as Avro, in the shop's own schema. */
public interface AvroProducerLesson extends SentOrdersLesson {

  @Override
  default String format() {
    return "avro";
  }
}
