package kata.harness.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kata.datasets.Scenario;
import kata.datasets.scenarios.Scenarios;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.picture.Gallery;
import kata.harness.picture.Picture;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Mishap;
import kata.harness.verdict.NotSolvedYet;
import kata.harness.verdict.Verdict;
import kata.harness.verdict.VerdictError;
import kata.harness.verdict.Verdicts;

/**
 * Plays scenarios through the class that stands behind a lesson: the starter, the reference or
 * another answer. Handed to a lesson's tests as a parameter.
 */
public final class Lab {

  private static final WithinMinute CLEAR_OF_MINUTES = new WithinMinute(InstantSource.system());

  private record Played(Class<?> answer, String report, String scenario) {}

  private record Judge(Lesson lesson, Verdicts verdicts) {}

  private final Engine engine;
  private final Catalogue catalogue;
  private final Function<Class<?>, Class<?>> standsBehind;
  private final Predicate<Scenario<?>> stories;
  private final Patience patience;
  private final Gallery gallery;
  private final Map<Played, Outcome> outcomes = new HashMap<>();
  private final Map<Class<?>, Outcome> endless = new HashMap<>();
  private final Map<Class<?>, Judge> judges = new HashMap<>();

  /**
   * Sets up a lab.
   *
   * @param standsBehind the class to play for a lesson's class token
   * @param limit how long a play may take before it is stopped, on a machine with time to spare
   */
  Lab(
      Engine engine,
      Catalogue catalogue,
      Function<Class<?>, Class<?>> standsBehind,
      Duration limit) {
    this(engine, catalogue, standsBehind, scenario -> true, limit, Gallery.none());
  }

  /**
   * Sets up a lab that draws what it plays.
   *
   * @param stories which scenarios to play; a test that plays another is skipped
   * @param gallery where the pictures go
   */
  Lab(
      Engine engine,
      Catalogue catalogue,
      Function<Class<?>, Class<?>> standsBehind,
      Predicate<Scenario<?>> stories,
      Duration limit,
      Gallery gallery) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.standsBehind = standsBehind;
    this.stories = stories;
    this.patience = new Patience(limit);
    this.gallery = gallery;
  }

  /**
   * Plays a scenario through the class behind a lesson. What comes out depends on nothing else, so
   * that a scenario is played once and remembered.
   *
   * @param lesson the lesson's class token, which is never instantiated by the test itself
   * @param scenario the story to play
   * @throws VerdictError if the answer is the untouched starter, or if it gave no rows to compare
   * @throws LabException if the engine cannot run
   */
  public Play play(Class<?> lesson, Scenario<?> scenario) {
    return play(lesson, Emission.MAIN, scenario);
  }

  /**
   * Plays a scenario through one report of the class behind a lesson, on its own; see {@link
   * #play(Class, Scenario)}. A report that is not written yet keeps no other from being judged.
   *
   * @param report the name of the report, which becomes that of its output
   */
  public Play play(Class<?> lesson, String report, Scenario<?> scenario) {
    assumeTrue(stories.test(scenario), "not asked for");
    Class<?> answer = standsBehind.apply(lesson);
    judges.computeIfAbsent(answer, it -> judge(lesson));
    Outcome outcome = outcome(answer, report, scenario);
    if (outcome instanceof Outcome.Rows rows) {
      return new Play(this, answer, report, scenario, rows.transcript());
    }
    if (outcome instanceof Outcome.Failed failed) {
      throw mishap(answer, report, scenario, failed.mishap());
    }
    throw new VerdictError(verdicts(answer).notSolved(scenario));
  }

  /** Fails a test because no rows came out that could be compared. */
  VerdictError mishap(Class<?> answer, String report, Scenario<?> scenario, Mishap mishap) {
    Verdict verdict = verdicts(answer).mishap(scenario, mishap, elsewhere(answer, report));
    return red(verdict, report, () -> Picture.draw(scenario, verdict.headline()));
  }

  /** Fails a test with a verdict, and with the picture that belongs to it. */
  VerdictError red(Verdict verdict, String output, Supplier<String> picture) {
    return new VerdictError(
        gallery
            .red(verdict.lesson(), verdict.scenario(), output, picture)
            .map(verdict::withPicture)
            .orElse(verdict));
  }

  /** Passes a test, with its picture if that is wished for. */
  void green(Class<?> answer, Scenario<?> scenario, String output, Supplier<String> picture) {
    gallery.green(lesson(answer), scenario.name(), output, picture);
  }

  /** Returns whether some answer that was played is an untouched starter, all of it. */
  boolean notSolved() {
    return outcomes.entrySet().stream()
        .anyMatch(
            played ->
                played.getKey().report().equals(Emission.MAIN)
                    && played.getValue() instanceof Outcome.NotSolved);
  }

  Lesson lesson(Class<?> answer) {
    return judges.get(answer).lesson();
  }

  Verdicts verdicts(Class<?> answer) {
    return judges.get(answer).verdicts();
  }

  private Judge judge(Class<?> token) {
    Lesson lesson =
        catalogue
            .byClassName(token.getName())
            .orElseThrow(
                () ->
                    new LabException(
                        "%s is no lesson of the catalogue. Add it to harness/core/src/main/resources/kata/catalogue.json."
                            .formatted(token.getName())));
    gallery.clear(lesson);
    return new Judge(lesson, new Verdicts(lesson, Diagnoses.load(lesson)));
  }

  /** Returns what identifies the outcome of an answer in another scenario of the same topic. */
  UnaryOperator<String> elsewhere(Class<?> answer, String report) {
    return name -> {
      Scenario<?> other = Scenarios.named(lesson(answer).topic(), name);
      Outcome outcome = outcome(answer, report, other);
      if (outcome instanceof Outcome.Rows rows) {
        return rows.transcript().fingerprint();
      }
      return outcome instanceof Outcome.Failed failed ? failed.mishap().fingerprint() : "";
    };
  }

  private Outcome outcome(Class<?> answer, String report, Scenario<?> scenario) {
    return outcomes.computeIfAbsent(
        new Played(answer, report, scenario.name()),
        key ->
            endless.containsKey(answer)
                ? endless.get(answer)
                : playOnce(answer, () -> rows(answer, report, scenario)));
  }

  private Outcome rows(Class<?> answer, String report, Scenario<?> scenario) throws Exception {
    return new Outcome.Rows(
        CLEAR_OF_MINUTES.play(() -> engine.play(instance(answer), report, scenario)));
  }

  /** Returns what an answer keeps in its state, once it has been played. */
  StateUse stateUse(Class<?> answer, Scenario<?> scenario) {
    Outcome outcome =
        playOnce(answer, () -> new Outcome.Measured(engine.stateUse(instance(answer), scenario)));
    return played(Outcome.Measured.class, outcome, answer, scenario).use();
  }

  /** Returns what comes out of an answer that fails in the middle, once it has been played. */
  Transcript afterFailure(Class<?> answer, Scenario<?> scenario) {
    Outcome outcome =
        playOnce(
            answer, () -> new Outcome.Rows(engine.playWithFailure(instance(answer), scenario)));
    return played(Outcome.Rows.class, outcome, answer, scenario).transcript();
  }

  private <T extends Outcome> T played(
      Class<T> wanted, Outcome outcome, Class<?> answer, Scenario<?> scenario) {
    if (wanted.isInstance(outcome)) {
      return wanted.cast(outcome);
    }
    if (outcome instanceof Outcome.Failed failed) {
      throw mishap(answer, Emission.MAIN, scenario, failed.mishap());
    }
    throw new VerdictError(verdicts(answer).notSolved(scenario));
  }

  private Outcome playOnce(Class<?> answer, Callable<Outcome> engineCall) {
    Optional<String> exit = ExitScan.find(answer);
    if (exit.isPresent()) {
      return failed(
          "exit",
          "Your code would end the whole JVM.",
          exit.get(),
          List.of("Remove the call of exit or halt: the lab runs your class inside the test."));
    }
    FutureTask<Outcome> play = new FutureTask<>(engineCall);
    Thread thread = new Thread(play, "lab");
    thread.setDaemon(true);
    try (OutputLimit output = OutputLimit.start();
        ForeignZone zone = ForeignZone.enter()) {
      thread.start();
      return result(play, answer, output);
    }
  }

  private Outcome result(FutureTask<Outcome> play, Class<?> answer, OutputLimit output) {
    try {
      return patience.await(play);
    } catch (ExecutionException e) {
      return thrown(answer, e.getCause());
    } catch (TimeoutException e) {
      Map<Thread, String> places = Stack.placesNow(answer);
      String place = places.values().stream().min(String::compareTo).orElse("");
      endless.put(
          answer,
          endless("Your code did not end in another scenario, so this one was not played.", place));
      output.mute(places.keySet());
      engine.cancel();
      play.cancel(true);
      return endless(
          "Your code did not end within %s seconds and was stopped."
              .formatted(patience.limit().toSeconds()),
          place);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      engine.cancel();
      throw new LabException("The play was interrupted.", e);
    }
  }

  private static Outcome endless(String headline, String place) {
    return failed(
        "endless",
        headline,
        place,
        List.of("Look for a loop that cannot end, or for something that is waited for in vain."));
  }

  private static Object instance(Class<?> answer) throws Exception {
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

  private Outcome thrown(Class<?> answer, Throwable thrown) {
    List<Throwable> causes = Stack.causes(thrown);
    for (Throwable cause : causes) {
      if (cause instanceof NotSolvedYet) {
        return new Outcome.NotSolved();
      }
      if (cause instanceof LabException exception) {
        throw exception;
      }
      if (cause instanceof LearnerMistake mistake) {
        String headline = mistake.getMessage();
        return failed("mistake " + headline, headline, "", mistake.advice());
      }
    }
    Throwable root = causes.get(0);
    List<String> explained = engine.explain(thrown);
    // One class of exception may tell of many mistakes, which only the explanations keep apart.
    String kind =
        Stream.concat(Stream.of(root.getClass().getName()), explained.stream())
            .collect(Collectors.joining(" "));
    return failed(
        kind,
        "Your code threw " + firstLine(root),
        Stack.place(thrown, answer).orElse(""),
        explained);
  }

  private static String firstLine(Throwable root) {
    String name = root.getClass().getSimpleName();
    String type = name.isEmpty() ? root.getClass().getName() : name;
    String message = root.getMessage() == null ? "" : root.getMessage().strip();
    return message.isEmpty() ? type + "." : type + ": " + message.lines().findFirst().orElse("");
  }

  private static Outcome failed(String kind, String headline, String place, List<String> advice) {
    return new Outcome.Failed(new Mishap(kind, headline, place, advice));
  }
}
