package kata.flink.source;

import kata.lessons.source.OrderSourceLesson;

/** Runs {@link OrderSourceLesson} on Flink. Make {@link OrderSource} pass it. */
class OrderSourceTest implements OrderSourceLesson {

  @Override
  public Class<?> lesson() {
    return OrderSource.class;
  }
}
