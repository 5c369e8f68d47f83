package kata.spark.sliding;

import kata.lessons.sliding.MovingAverageLesson;

/** Runs {@link MovingAverageLesson} on Spark. Make {@link MovingAverage} pass it. */
class MovingAverageTest implements MovingAverageLesson {

  @Override
  public Class<?> lesson() {
    return MovingAverage.class;
  }
}
