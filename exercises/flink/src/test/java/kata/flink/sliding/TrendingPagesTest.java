package kata.flink.sliding;

import kata.lessons.sliding.TrendingPagesLesson;

/** Runs {@link TrendingPagesLesson} on Flink. Make {@link TrendingPages} pass it. */
class TrendingPagesTest implements TrendingPagesLesson {

  @Override
  public Class<?> lesson() {
    return TrendingPages.class;
  }
}
