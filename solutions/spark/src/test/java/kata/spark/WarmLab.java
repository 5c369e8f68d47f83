package kata.spark;

import kata.harness.proof.WarmLessons;

class WarmLab extends WarmLessons {

  WarmLab() {
    super("spark");
  }
}
