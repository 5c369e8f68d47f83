package kata.spark.tumbling;

import kata.lessons.tumbling.BusiestPageLesson;

/** Runs {@link BusiestPageLesson} on Spark. Make {@link BusiestPage} pass it. */
class BusiestPageTest implements BusiestPageLesson {

  @Override
  public Class<?> lesson() {
    return BusiestPage.class;
  }
}
