package kata.harness.proof;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;

/**
 * Plays wrong answers, each of them once: in the scenario that tells it best from the others, as
 * far as that is known, or in all of them.
 */
final class Refutations {

  private final LessonRun.Runner runner;
  private final boolean thorough;
  private final Map<Class<?>, LessonRun> runs = new HashMap<>();
  private final Map<Lesson, Diagnoses> known = new HashMap<>();

  /** Prepares to play wrong answers, with all scenarios of each if it is to be thorough. */
  Refutations(LessonRun.Runner runner, boolean thorough) {
    this.runner = runner;
    this.thorough = thorough;
  }

  /** Returns what is stored of a lesson's mistakes. */
  Diagnoses known(Lesson lesson) {
    return known.computeIfAbsent(lesson, Diagnoses::load);
  }

  /** Returns what is stored of one mistake, by scenario; nothing if it is new. */
  Map<String, String> knownResults(Lesson lesson, Class<?> misconception) {
    return known(lesson).fingerprintsOf(misconception.getSimpleName()).orElse(Map.of());
  }

  /** Returns what a lesson's test says of a wrong answer. */
  LessonRun of(Lesson lesson, Class<?> misconception) {
    return runs.computeIfAbsent(
        misconception, it -> thorough ? runner.refute(lesson, it) : once(lesson, it));
  }

  private LessonRun once(Lesson lesson, Class<?> misconception) {
    return mostTellingStory(lesson, misconception)
        .map(story -> runner.refuteIn(lesson, misconception, story))
        .orElseGet(() -> runner.refute(lesson, misconception));
  }

  /**
   * Returns the scenario in which the fewest mistakes give the same result, of several the
   * shortest.
   */
  private Optional<String> mostTellingStory(Lesson lesson, Class<?> misconception) {
    Map<String, String> results = knownResults(lesson, misconception);
    return results.keySet().stream()
        .min(
            Comparator.<String>comparingLong(
                    story -> known(lesson).giving(story, results.get(story)).count())
                .thenComparing(story -> Scenarios.named(lesson.topic(), story).steps().size())
                .thenComparing(story -> Scenarios.named(lesson.topic(), story).events().size()));
  }

  /** Plays long stories, too, through misconceptions that the others do not tell apart. */
  void tellApart(Lesson lesson, List<Class<?>> misconceptions) {
    misconceptions.stream()
        .collect(Collectors.groupingBy(it -> of(lesson, it).fingerprints()))
        .values()
        .stream()
        .filter(alike -> alike.size() > 1)
        .flatMap(List::stream)
        .forEach(it -> runs.put(it, runner.run(lesson, it)));
  }
}
