package kata.flink.tokafka;

import kata.lessons.tokafka.StatusCountsLesson;

/** Runs {@link StatusCountsLesson} on Flink. Make {@link StatusCounts} pass it. */
class StatusCountsTest implements StatusCountsLesson {

  @Override
  public Class<?> lesson() {
    return StatusCounts.class;
  }
}
