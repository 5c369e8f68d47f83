package kata.spark.tominio;

import kata.lessons.tominio.ClickFoldersLesson;

/** Runs {@link ClickFoldersLesson} on Spark. Make {@link ClickFolders} pass it. */
class ClickFoldersTest implements ClickFoldersLesson {

  @Override
  public Class<?> lesson() {
    return ClickFolders.class;
  }
}
