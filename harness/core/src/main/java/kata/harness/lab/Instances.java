package kata.harness.lab;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes instances of answers, whose classes need a constructor without parameters. */
public final class Instances {

  private Instances() {}

  /**
   * Returns a new instance of an answer.
   *
   * @throws LearnerMistake if the class is abstract, or has no such constructor
   * @throws Exception whatever the constructor throws
   */
  static Object of(Class<?> answer) throws Exception {
    try {
      Constructor<?> constructor = answer.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException | InstantiationException e) {
      throw new LearnerMistake(
          answer.getSimpleName() + " cannot be instantiated.",
          "The lab needs a class that is not abstract and has a constructor without parameters.");
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /**
   * Returns another instance of an answer's class, which knows nothing of the first: that is what a
   * program has that is started once more, or on another machine.
   *
   * @throws Exception whatever the constructor throws
   */
  @SuppressWarnings("unchecked")
  public static <A> A another(A answer) throws Exception {
    return (A) of(answer.getClass());
  }
}
