package kata.flink;

import java.util.stream.Stream;
import kata.harness.proof.AnswersProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Plays every answer to every Flink SQL lesson. */
class AnswersTest {

  private static final AnswersProof PROOF = new AnswersProof("flink-sql");

  @TestFactory
  Stream<DynamicNode> answers() {
    return PROOF.tests();
  }

  @AfterAll
  static void stopTheEngine() {
    PROOF.close();
  }
}
