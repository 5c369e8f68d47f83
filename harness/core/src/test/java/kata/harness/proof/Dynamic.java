package kata.harness.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Runs the tests that a proof makes. */
final class Dynamic {

  static final String PASSED = "passed";

  private Dynamic() {}

  /** Returns what each test said, by the path of its names: {@value #PASSED}, or the failure. */
  static Map<String, String> run(Stream<? extends DynamicNode> nodes) {
    Map<String, String> said = new LinkedHashMap<>();
    run("", nodes, said);
    return said;
  }

  private static void run(
      String path, Stream<? extends DynamicNode> nodes, Map<String, String> said) {
    nodes.forEach(
        node -> {
          if (node instanceof DynamicContainer container) {
            run(node.getDisplayName() + ": ", container.getChildren(), said);
          } else {
            said.put(path + node.getDisplayName(), run((DynamicTest) node));
          }
        });
  }

  private static String run(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return PASSED;
    } catch (Throwable failure) {
      return failure.getMessage();
    }
  }
}
