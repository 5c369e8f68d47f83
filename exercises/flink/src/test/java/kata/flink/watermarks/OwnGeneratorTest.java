package kata.flink.watermarks;

import kata.lessons.watermarks.OwnGeneratorLesson;

/** Runs {@link OwnGeneratorLesson} on Flink. Make {@link OwnGenerator} pass it. */
class OwnGeneratorTest implements OwnGeneratorLesson {

  @Override
  public Class<?> lesson() {
    return OwnGenerator.class;
  }
}
