package kata.flink.parity;

import java.nio.file.Path;
import java.util.stream.Stream;
import kata.harness.proof.Recordings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Writes down what Flink SQL shows, so that harness/checks can compare it with the other engine.
 */
class RecordingsTest {

  private static final Recordings RECORDINGS =
      new Recordings("flink-sql", Path.of("target/recordings"));

  @TestFactory
  Stream<DynamicTest> recordings() {
    return RECORDINGS.tests();
  }

  @AfterAll
  static void stopTheEngine() {
    RECORDINGS.close();
  }
}
