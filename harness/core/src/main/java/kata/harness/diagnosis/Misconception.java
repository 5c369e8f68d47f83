package kata.harness.diagnosis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a plausible wrong answer to a lesson. The lesson's test must turn red on it and name it.
 *
 * <p>Each text is one line of at most {@value #MAX_LENGTH} characters and gives no code away.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Misconception {

  /** The longest line that a verdict shows. */
  int MAX_LENGTH = 96;

  /** What went wrong, as seen in the result: "An event on the boundary was counted twice." */
  String headline();

  /** The mistake, completing "Your result is what comes out when ...". */
  String when();

  /** The rule of event time or of the engine that the mistake breaks. */
  String rule();

  /** The hint of the lesson's page to read next, 1 to 3. */
  int hint() default 1;

  /** The other wrong answer of this lesson, if any, that no scenario can tell from this one. */
  String sameAs() default "";
}
