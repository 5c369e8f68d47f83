package kata.flink.late;

import kata.lessons.late.LateCorrectionsLesson;

/** Runs {@link LateCorrectionsLesson} on Flink. Make {@link LateCorrections} pass it. */
class LateCorrectionsTest implements LateCorrectionsLesson {

  @Override
  public Class<?> lesson() {
    return LateCorrections.class;
  }
}
