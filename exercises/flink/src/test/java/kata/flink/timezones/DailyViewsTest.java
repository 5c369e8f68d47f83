package kata.flink.timezones;

import kata.lessons.timezones.DailyViewsLesson;

/** Runs {@link DailyViewsLesson} on Flink. Make {@link DailyViews} pass it. */
class DailyViewsTest implements DailyViewsLesson {

  @Override
  public Class<?> lesson() {
    return DailyViews.class;
  }
}
