package kata.flink.watermarks;

import kata.lessons.watermarks.PerPartitionLesson;

/** Runs {@link PerPartitionLesson} on Flink. Make {@link PerPartition} pass it. */
class PerPartitionTest implements PerPartitionLesson {

  @Override
  public Class<?> lesson() {
    return PerPartition.class;
  }
}
