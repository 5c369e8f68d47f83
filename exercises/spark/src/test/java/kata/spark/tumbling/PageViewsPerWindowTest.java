package kata.spark.tumbling;

import kata.lessons.tumbling.PageViewsPerWindowLesson;

/** Runs {@link PageViewsPerWindowLesson} on Spark. Make {@link PageViewsPerWindow} pass it. */
class PageViewsPerWindowTest implements PageViewsPerWindowLesson {

  @Override
  public Class<?> lesson() {
    return PageViewsPerWindow.class;
  }
}
