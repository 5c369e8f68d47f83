package kata.flink.tominio;

import kata.lessons.tominio.ClickArchiveLesson;

/** Runs {@link ClickArchiveLesson} on Flink. Make {@link ClickArchive} pass it. */
class ClickArchiveTest implements ClickArchiveLesson {

  @Override
  public Class<?> lesson() {
    return ClickArchive.class;
  }
}
