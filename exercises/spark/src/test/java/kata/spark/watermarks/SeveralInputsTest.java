package kata.spark.watermarks;

import kata.lessons.watermarks.SeveralInputsLesson;

/** Runs {@link SeveralInputsLesson} on Spark. Make {@link SeveralInputs} pass it. */
class SeveralInputsTest implements SeveralInputsLesson {

  @Override
  public Class<?> lesson() {
    return SeveralInputs.class;
  }
}
