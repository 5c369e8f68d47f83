package kata.spark.functions;

import kata.lessons.functions.TopPagesLesson;

/** Runs {@link TopPagesLesson} on Spark. Make {@link TopPages} pass it. */
class TopPagesTest implements TopPagesLesson {

  @Override
  public Class<?> lesson() {
    return TopPages.class;
  }
}
