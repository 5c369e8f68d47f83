package kata.flink.topostgres;

import kata.lessons.topostgres.PageViewTableLesson;

/** Runs {@link PageViewTableLesson} on Flink. Make {@link PageViewTable} pass it. */
class PageViewTableTest implements PageViewTableLesson {

  @Override
  public Class<?> lesson() {
    return PageViewTable.class;
  }
}
