package kata.flink.triggers;

import kata.lessons.triggers.FireAndPurgeLesson;

/** Runs {@link FireAndPurgeLesson} on Flink. Make {@link FireAndPurge} pass it. */
class FireAndPurgeTest implements FireAndPurgeLesson {

  @Override
  public Class<?> lesson() {
    return FireAndPurge.class;
  }
}
