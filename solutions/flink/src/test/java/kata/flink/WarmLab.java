package kata.flink;

import kata.harness.proof.WarmLessons;

class WarmLab extends WarmLessons {

  WarmLab() {
    super("flink");
  }
}
