package kata.flink.olap;

import kata.lessons.olap.AdReportsLesson;

/** Runs {@link AdReportsLesson} on Flink. Make {@link AdReports} pass it. */
class AdReportsTest implements AdReportsLesson {

  @Override
  public Class<?> lesson() {
    return AdReports.class;
  }
}
