package kata.flink.sql;

import kata.lessons.tumbling.PageViewsPerWindowLesson;

/** Runs {@link PageViewsPerWindowLesson} on Flink. Make {@link TumblingViews} pass it. */
class TumblingViewsTest implements PageViewsPerWindowLesson {

  @Override
  public Class<?> lesson() {
    return TumblingViews.class;
  }
}
