package kata.harness.proof;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Plays every answer to every lesson of a topic. A subclass says by its package which topic of
 * which engine: {@code kata.flink.tumbling}. One class for each topic lets several JVMs share the
 * work.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TopicAnswers {

  private final AnswersProof proof;

  /** Reads engine and topic from the package. */
  protected TopicAnswers() {
    String[] names = getClass().getPackageName().split("\\.");
    proof = new AnswersProof(names[names.length - 2], names[names.length - 1]);
  }

  @TestFactory
  Stream<DynamicNode> answers() {
    return proof.tests();
  }

  @AfterAll
  void stopTheEngine() {
    proof.close();
  }
}
