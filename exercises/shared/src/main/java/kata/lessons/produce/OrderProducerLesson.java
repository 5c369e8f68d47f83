package kata.lessons.produce;

/** Send orders to a topic as JSON. */
public interface OrderProducerLesson extends SentOrdersLesson {

  @Override
  default String format() {
    return "json";
  }
}
