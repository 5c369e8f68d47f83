package kata.harness.proof;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.diagnosis.Diagnosis;
import kata.harness.diagnosis.Misconception;
import kata.harness.lab.Engine;
import kata.harness.lab.Engines;
import kata.harness.lab.LessonExtension;
import kata.harness.verdict.Verdict;
import org.junit.jupiter.api.DynamicNode;

/**
 * Proves, for every lesson of a topic on one engine, that its test is green on the reference and on
 * the other right answers, and red on every misconception, which it names. Played is the scenario
 * that tells a misconception best from the others: it must give the result that is known of it, and
 * from all its known results its name must follow. What the reference shows is written down, to be
 * compared with that of another engine. Where {@link #THOROUGH} is set, every scenario is played
 * instead, and the file of known mistakes must say the same of each.
 */
final class AnswersProof implements AutoCloseable {

  /** System property: write the files of known mistakes instead of comparing them. */
  static final String UPDATE = "kata.update";

  /**
   * System property: prove only the lessons whose id contains this, such as {@code late/LateRows}.
   */
  static final String ONLY = "kata.only";

  /** System property: play every misconception through all scenarios. */
  static final String THOROUGH = "kata.thorough";

  private static final int FEWEST_ALTERNATIVES = 2;

  private final boolean update = Boolean.getBoolean(UPDATE);
  private final boolean thorough = update || Boolean.getBoolean(THOROUGH);
  private final Catalogue catalogue = Catalogue.load();
  private final Engine engine = new RememberingEngine(Engines.find());
  private final LessonRun.Runner runner = new LessonRun.Runner(engine, parameters(update));
  private final Refutations refutations = new Refutations(runner, thorough);
  private final Recordings recordings = new Recordings(Path.of(Recordings.FOLDER), engine);
  private final String engineName;
  private final String topic;

  /** Prepares the proof for {@code flink} or {@code spark}, and a topic of the catalogue. */
  AnswersProof(String engineName, String topic) {
    this.engineName = engineName;
    this.topic = topic;
  }

  /** What is known is about to be written anew, and may tell of scenarios that are no more. */
  private static Map<String, String> parameters(boolean update) {
    return update ? Map.of(LessonExtension.ALONE, "true") : Map.of();
  }

  /** Returns one test for each answer, in the order of the catalogue. */
  Stream<DynamicNode> tests() {
    String only = System.getProperty(ONLY, "");
    return catalogue.lessons().stream()
        .filter(lesson -> lesson.engine().equals(engineName) && lesson.topic().equals(topic))
        .filter(lesson -> lesson.id().contains(only))
        .map(lesson -> dynamicContainer(lesson.id(), testsOf(lesson)));
  }

  private Stream<DynamicNode> testsOf(Lesson lesson) {
    Answers answers = Answers.of(lesson);
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("the reference is green", () -> demandGreen(lesson, runner.run(lesson))));
    if (catalogue.counterpart(lesson).isPresent()) {
      tests.add(dynamicTest("the reference is recorded", () -> recordings.record(lesson)));
    }
    tests.add(
        dynamicTest(
            "there are other right answers",
            () ->
                demand(
                    answers.alternatives().size() >= FEWEST_ALTERNATIVES,
                    lesson,
                    "keep at least %d in %s"
                        .formatted(FEWEST_ALTERNATIVES, lesson.alternativesClassName()))));
    for (Class<?> alternative : answers.alternatives()) {
      tests.add(
          dynamicTest(
              alternative.getSimpleName() + " is green",
              () -> demandGreen(lesson, runner.run(lesson, alternative))));
    }
    tests.add(dynamicTest("the known mistakes are up to date", () -> compare(lesson, answers)));
    for (Class<?> misconception : answers.misconceptions()) {
      tests.add(
          dynamicTest(
              misconception.getSimpleName() + " is red and named",
              () -> demandNamed(lesson, misconception)));
    }
    return tests.stream();
  }

  private static void demand(boolean holds, Lesson lesson, String otherwise) {
    if (!holds) {
      throw new AssertionError(lesson.id() + ": " + otherwise);
    }
  }

  private static void demandGreen(Lesson lesson, LessonRun run) {
    demand(run.isGreen(), lesson, "the answer is right, and the test says: " + run.said());
  }

  private void demandNamed(Lesson lesson, Class<?> misconception) {
    LessonRun run = refutations.of(lesson, misconception);
    demand(run.isRed(), lesson, "the answer is wrong, and the test says: " + run.said());
    if (update) {
      return;
    }
    for (Verdict verdict : run.verdicts()) {
      if (thorough) {
        demandName(lesson, misconception, verdict.misconception(), verdict.text());
      } else {
        demandKnownResult(lesson, misconception, verdict);
      }
      demand(
          verdict.text().lines().count() <= Verdict.MAX_LINES,
          lesson,
          "this verdict is longer than %d lines:%n%s".formatted(Verdict.MAX_LINES, verdict.text()));
    }
    demandNamesByResults(lesson, misconception);
  }

  private void demandKnownResult(Lesson lesson, Class<?> misconception, Verdict verdict) {
    String result = refutations.knownResults(lesson, misconception).get(verdict.scenario());
    demand(
        verdict.fingerprint().equals(result),
        lesson,
        "%s does not give the result that is known of it:%n%s"
            .formatted(misconception.getSimpleName(), verdict.text()));
  }

  /** Demands that stored results name their mistake, wherever a learner may meet it first. */
  private void demandNamesByResults(Lesson lesson, Class<?> misconception) {
    Map<String, String> results = refutations.knownResults(lesson, misconception);
    for (String story : results.keySet()) {
      Optional<Diagnosis> named = refutations.known(lesson).nameByResults(story, results);
      demandName(lesson, misconception, named.map(Diagnosis::name), "in the scenario " + story);
    }
  }

  private static void demandName(
      Lesson lesson, Class<?> misconception, Optional<String> named, String where) {
    String name = misconception.getSimpleName();
    String same = misconception.getAnnotation(Misconception.class).sameAs();
    demand(
        named.filter(it -> it.equals(name) || it.equals(same)).isPresent(),
        lesson,
        "%s is taken for %s:%n%s".formatted(name, named.orElse("something unknown"), where));
  }

  private void compare(Lesson lesson, Answers answers) {
    String expected = (thorough ? played(lesson, answers) : declared(lesson, answers)).toJson();
    Path file = Path.of(System.getProperty("kata.root"), lesson.diagnosesFile());
    try {
      if (update) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, expected);
      }
      demand(
          Files.exists(file) && Files.readString(file).equals(expected),
          lesson,
          "%s is not what the misconceptions emit today. Run: mvn verify -D%s=true, look at the change, run again without."
              .formatted(lesson.diagnosesFile(), UPDATE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the misconceptions say of themselves, with the results that are known already. */
  private Diagnoses declared(Lesson lesson, Answers answers) {
    return diagnoses(lesson, answers, it -> refutations.knownResults(lesson, it));
  }

  /** What the misconceptions say of themselves, with the results that they give today. */
  private Diagnoses played(Lesson lesson, Answers answers) {
    refutations.tellApart(lesson, answers.misconceptions());
    return diagnoses(lesson, answers, it -> refutations.of(lesson, it).fingerprints());
  }

  private static Diagnoses diagnoses(
      Lesson lesson, Answers answers, Function<Class<?>, Map<String, String>> results) {
    List<Diagnosis> all = new ArrayList<>();
    for (Class<?> misconception : answers.misconceptions()) {
      Misconception said = misconception.getAnnotation(Misconception.class);
      for (String line : List.of(said.headline(), said.when(), said.rule())) {
        demand(
            line.length() <= Misconception.MAX_LENGTH && !line.isBlank(),
            lesson,
            "%s says a line that is empty or longer than %d characters: %s"
                .formatted(misconception.getSimpleName(), Misconception.MAX_LENGTH, line));
      }
      Map<String, String> fingerprints = results.apply(misconception);
      for (Diagnosis other : all) {
        demand(
            !other.fingerprints().equals(fingerprints) || other.name().equals(said.sameAs()),
            lesson,
            "%s and %s give the same rows in every scenario. Add a scenario that tells them apart, or declare sameAs."
                .formatted(other.name(), misconception.getSimpleName()));
      }
      all.add(
          new Diagnosis(
              misconception.getSimpleName(),
              said.headline(),
              said.when(),
              said.rule(),
              said.hint(),
              fingerprints));
    }
    return new Diagnoses(all);
  }

  /** Stops the engine. */
  @Override
  public void close() {
    runner.close();
  }
}
