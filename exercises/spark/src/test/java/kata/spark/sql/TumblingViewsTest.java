package kata.spark.sql;

import kata.lessons.tumbling.PageViewsPerWindowLesson;

/** Runs {@link PageViewsPerWindowLesson} on Spark. Make {@link TumblingViews} pass it. */
class TumblingViewsTest implements PageViewsPerWindowLesson {

  @Override
  public Class<?> lesson() {
    return TumblingViews.class;
  }
}
