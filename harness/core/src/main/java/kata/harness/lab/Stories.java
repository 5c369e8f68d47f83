package kata.harness.lab;

import java.util.function.Predicate;
import kata.datasets.Scenario;

/**
 * Which stories a run plays.
 *
 * @param tested the stories that are tested; a test of another one is skipped
 * @param tellMistakesApart whether further stories may be played to tell mistakes apart that give
 *     the same result in one of them; otherwise an answer counts as right in all further ones
 */
record Stories(Predicate<Scenario<?>> tested, boolean tellMistakesApart) {

  /** All stories are tested. */
  static final Stories ALL = new Stories(scenario -> true, true);

  /** The stories that are not long are tested. */
  static final Stories SHORT = new Stories(scenario -> !scenario.isLong(), true);

  /** One story is tested. */
  static Stories one(String name) {
    return new Stories(scenario -> scenario.name().equals(name), true);
  }

  /** The same stories are tested, and no other one is played. */
  Stories alone() {
    return new Stories(tested, false);
  }
}
