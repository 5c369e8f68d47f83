package kata.kafka;

import java.util.stream.Stream;
import kata.harness.proof.StartersProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Proves that the Kafka starters wait to be solved, and tells which the learner has solved. */
class StartersTest {

  private static final StartersProof PROOF = new StartersProof("kafka");

  @TestFactory
  Stream<DynamicTest> starters() {
    return PROOF.tests();
  }

  @AfterAll
  static void tellProgress() {
    System.out.println(PROOF.progress());
    PROOF.close();
  }
}
