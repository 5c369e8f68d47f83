package kata.spark.triggers;

import kata.lessons.triggers.RunAndStopLesson;

/** Runs {@link RunAndStopLesson} on Spark. Make {@link RunAndStop} pass it. */
class RunAndStopTest implements RunAndStopLesson {

  @Override
  public Class<?> lesson() {
    return RunAndStop.class;
  }
}
