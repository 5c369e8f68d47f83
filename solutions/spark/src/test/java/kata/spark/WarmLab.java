package kata.spark;

import kata.harness.proof.WarmLessons;
import org.junit.jupiter.api.Test;

/** Measures the warm lab; run by harness/bench/run only. */
class WarmLab {

  @Test
  void measure() {
    try (WarmLessons lessons = new WarmLessons("spark")) {
      WarmLessons.Figures figures = lessons.measure();
      System.out.printf(
          "warm spark scenario %d ms%nwarm spark lesson %d ms%n",
          figures.scenario().toMillis(), figures.lesson().toMillis());
    }
  }
}
