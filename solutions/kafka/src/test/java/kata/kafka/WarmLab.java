package kata.kafka;

import kata.harness.proof.WarmLessons;

class WarmLab extends WarmLessons {

  WarmLab() {
    super("kafka");
  }
}
