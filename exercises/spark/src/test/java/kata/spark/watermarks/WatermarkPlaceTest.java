package kata.spark.watermarks;

import kata.lessons.watermarks.WatermarkPlaceLesson;

/** Runs {@link WatermarkPlaceLesson} on Spark. Make {@link WatermarkPlace} pass it. */
class WatermarkPlaceTest implements WatermarkPlaceLesson {

  @Override
  public Class<?> lesson() {
    return WatermarkPlace.class;
  }
}
