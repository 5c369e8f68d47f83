package kata.spark;

import java.util.stream.Stream;
import kata.harness.proof.StartersProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves that the starters of Spark pipelines wait to be solved, and tells which the learner has
 * solved.
 */
class StartersTest {

  private static final StartersProof PROOF = new StartersProof("spark-pipeline");

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
