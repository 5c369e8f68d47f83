package kata.spark;

import kata.harness.proof.RepeatedLessons;

class RepeatLab extends RepeatedLessons {

  RepeatLab() {
    super("spark");
  }
}
