package kata.flink.sqlpipeline;

import kata.lessons.sqlpipeline.OrderTotalsLesson;

/** Runs {@link OrderTotalsLesson} on Flink. Make {@link OrderTotals} pass it. */
class OrderTotalsTest implements OrderTotalsLesson {

  @Override
  public Class<?> lesson() {
    return OrderTotals.class;
  }
}
