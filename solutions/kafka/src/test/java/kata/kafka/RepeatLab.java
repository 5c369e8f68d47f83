package kata.kafka;

import kata.harness.proof.RepeatedLessons;

class RepeatLab extends RepeatedLessons {

  RepeatLab() {
    super("kafka");
  }
}
