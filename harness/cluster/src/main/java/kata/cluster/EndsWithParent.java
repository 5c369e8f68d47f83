package kata.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another program in this process, which ends when the standard input does: at the latest with
 * the process that has started it, even if that is killed.
 */
public final class EndsWithParent {

  private EndsWithParent() {}

  /**
   * Runs a program.
   *
   * @param arguments the name of its main class, and then its arguments
   * @throws Exception what the program throws
   */
  public static void main(String[] arguments) throws Exception {
    Thread watch = new Thread(EndsWithParent::endWithInput, "end of the parent");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception exception ? exception : e;
    }
  }

  /** Nothing is left to be done in good order: whoever wanted it done is gone. */
  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; only the end counts.
      }
    } catch (IOException e) {
      // A pipe that is broken has ended as well.
    }
    Runtime.getRuntime().halt(1);
  }
}
