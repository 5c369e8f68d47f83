package kata.flink.enrich;

import kata.lessons.enrich.OrderRegionsLesson;

/** Runs {@link OrderRegionsLesson} on Flink. Make {@link OrderRegions} pass it. */
class OrderRegionsTest implements OrderRegionsLesson {

  @Override
  public Class<?> lesson() {
    return OrderRegions.class;
  }
}
