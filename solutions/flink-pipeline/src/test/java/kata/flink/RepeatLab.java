package kata.flink;

import kata.harness.proof.RepeatedLessons;

class RepeatLab extends RepeatedLessons {

  RepeatLab() {
    super("flink-pipeline");
  }
}
