package kata.spark.kafkajson;

import kata.lessons.kafkajson.OrderRowsLesson;

/** Runs {@link OrderRowsLesson} on Spark. Make {@link OrderRows} pass it. */
class OrderRowsTest implements OrderRowsLesson {

  @Override
  public Class<?> lesson() {
    return OrderRows.class;
  }
}
