package kata.harness.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ExitScanTest {

  private static int here() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(1).findFirst())
        .orElseThrow()
        .getLineNumber();
  }

  static final class Direct {
    static final int LINE = 3 + here();

    void run() {
      System.exit(1);
    }
  }

  static final class InALambda {
    static final int LINE = 2 + here();

    final Runnable run = () -> Runtime.getRuntime().halt(2);
  }

  static final class AsAMethodReference {
    static final int LINE = 2 + here();

    final IntConsumer run = System::exit;
  }

  static final class InANestedClass {
    static final int LINE = 4 + here();

    static final class Nested {
      void run() {
        Runtime.getRuntime().exit(3);
      }
    }
  }

  static final class InAnAnonymousClass {
    static final int LINE = 5 + here();

    final Runnable run =
        new Runnable() {
          public void run() {
            System.exit(4);
          }
        };
  }

  static final class Harmless {
    void exit() {}

    void run() {
      exit();
      System.gc();
    }
  }

  @Test
  void finds_the_line_that_would_end_the_jvm() {
    assertThat(ExitScan.find(Direct.class)).contains("ExitScanTest.java:" + Direct.LINE);
    assertThat(ExitScan.find(InALambda.class)).contains("ExitScanTest.java:" + InALambda.LINE);
    assertThat(ExitScan.find(AsAMethodReference.class))
        .contains("ExitScanTest.java:" + AsAMethodReference.LINE);
    assertThat(ExitScan.find(InANestedClass.class))
        .contains("ExitScanTest.java:" + InANestedClass.LINE);
    assertThat(ExitScan.find(InAnAnonymousClass.class))
        .contains("ExitScanTest.java:" + InAnAnonymousClass.LINE);
  }

  @Test
  void other_methods_of_that_name_are_harmless_and_so_are_the_neighbours() {
    assertThat(ExitScan.find(Harmless.class)).isEmpty();
  }
}
