package kata.flink.sql;

import kata.lessons.sliding.MovingAverageLesson;

/** Runs {@link MovingAverageLesson} on Flink. Make {@link MovingAverage} pass it. */
class MovingAverageTest implements MovingAverageLesson {

  @Override
  public Class<?> lesson() {
    return MovingAverage.class;
  }
}
