package kata.spark.functions;

import kata.lessons.functions.TwoStagesLesson;

/** Runs {@link TwoStagesLesson} on Spark. Make {@link TwoStages} pass it. */
class TwoStagesTest implements TwoStagesLesson {

  @Override
  public Class<?> lesson() {
    return TwoStages.class;
  }
}
