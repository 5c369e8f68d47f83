package kata.flink;

import java.util.stream.Stream;
import kata.harness.proof.RepeatedLessons;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Repeats all lessons of this module; run by harness/bench/repeat only. */
class RepeatLab {

  private static final RepeatedLessons LESSONS = new RepeatedLessons("flink-sql");

  @TestFactory
  Stream<DynamicTest> rounds() {
    return LESSONS.rounds(Integer.getInteger("kata.rounds", 20));
  }

  @AfterAll
  static void stopTheEngine() {
    LESSONS.close();
  }
}
