package kata.flink;

import java.util.stream.Stream;
import kata.harness.proof.FiguresProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Proves that the figures of the lessons' pages are current. */
class FiguresTest {

  private static final FiguresProof PROOF = new FiguresProof("flink-pipeline");

  @TestFactory
  Stream<DynamicTest> figures() {
    return PROOF.tests();
  }

  @AfterAll
  static void stopTheEngine() {
    PROOF.close();
  }
}
