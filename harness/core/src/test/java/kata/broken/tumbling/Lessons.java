package kata.broken.tumbling;

import kata.harness.lab.LabException;
import org.junit.jupiter.api.Test;

/** A lesson whose test gives no verdict. */
public final class Lessons {

  private Lessons() {}

  static final class BrokenTest {

    @Test
    void cannot_run() {
      throw new LabException("The machine has no room left. Free some.");
    }
  }
}
