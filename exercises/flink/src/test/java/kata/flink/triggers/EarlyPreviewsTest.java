package kata.flink.triggers;

import kata.lessons.triggers.EarlyPreviewsLesson;

/** Runs {@link EarlyPreviewsLesson} on Flink. Make {@link EarlyPreviews} pass it. */
class EarlyPreviewsTest implements EarlyPreviewsLesson {

  @Override
  public Class<?> lesson() {
    return EarlyPreviews.class;
  }
}
