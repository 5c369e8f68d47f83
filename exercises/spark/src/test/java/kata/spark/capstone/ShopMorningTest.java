package kata.spark.capstone;

import kata.lessons.capstone.ShopMorningLesson;

/** Runs {@link ShopMorningLesson} on Spark. Make {@link ShopMorning} pass it. */
class ShopMorningTest implements ShopMorningLesson {

  @Override
  public Class<?> lesson() {
    return ShopMorning.class;
  }
}
