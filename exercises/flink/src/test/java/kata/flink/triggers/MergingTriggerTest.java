package kata.flink.triggers;

import kata.lessons.triggers.MergingTriggerLesson;

/** Runs {@link MergingTriggerLesson} on Flink. Make {@link MergingTrigger} pass it. */
class MergingTriggerTest implements MergingTriggerLesson {

  @Override
  public Class<?> lesson() {
    return MergingTrigger.class;
  }
}
