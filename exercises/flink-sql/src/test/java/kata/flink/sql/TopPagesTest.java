package kata.flink.sql;

import kata.lessons.sql.TopPagesLesson;

/** Runs {@link TopPagesLesson} on Flink. Make {@link TopPages} pass it. */
class TopPagesTest implements TopPagesLesson {

  @Override
  public Class<?> lesson() {
    return TopPages.class;
  }
}
