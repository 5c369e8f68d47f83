package kata.harness.lab;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kata.datasets.Scenario;
import kata.datasets.Scenarios;
import kata.harness.catalogue.Catalogue;
import kata.harness.catalogue.Lesson;
import kata.harness.diagnosis.Diagnoses;
import kata.harness.transcript.Transcript;
import kata.harness.verdict.Mishap;
import kata.harness.verdict.NotSolvedYet;
import kata.harness.verdict.VerdictError;
import kata.harness.verdict.Verdicts;

/**
 * Plays scenarios through the class that stands behind a lesson: the starter, the reference or
 * another answer. Handed to a lesson's tests as a parameter.
 */
public final class Lab {

  /** A scenario that was played once for an answer: the rows, or what happened instead. */
  private record Outcome(Transcript transcript, Mishap mishap, boolean notSolved) {}

  private record Played(Class<?> answer, String scenario) {}

  private record Tried(Lesson lesson, Verdicts verdicts) {}

  private final Engine engine;
  private final Catalogue catalogue;
  private final Function<Class<?>, Class<?>> standsBehind;
  private final Duration limit;
  private final Map<Played, Outcome> outcomes = new HashMap<>();
  private final Map<Class<?>, Outcome> endless = new HashMap<>();
  private final Map<Class<?>, Tried> tried = new HashMap<>();

  /**
   * Sets up a lab.
   *
   * @param standsBehind the class to play for a lesson's class token
   * @param limit how long a play may take before it is stopped
   */
  Lab(
      Engine engine,
      Catalogue catalogue,
      Function<Class<?>, Class<?>> standsBehind,
      Duration limit) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.standsBehind = standsBehind;
    this.limit = limit;
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
    Class<?> answer = standsBehind.apply(lesson);
    tried.computeIfAbsent(answer, it -> tried(lesson));
    Outcome outcome = outcome(answer, scenario);
    if (outcome.notSolved()) {
      throw new VerdictError(verdicts(answer).notSolved(scenario));
    }
    if (outcome.mishap() != null) {
      throw new VerdictError(
          verdicts(answer).mishap(scenario, outcome.mishap(), elsewhere(answer)));
    }
    return new Play(this, answer, scenario, outcome.transcript());
  }

  /** Returns whether the last answer that was played is an untouched starter. */
  boolean notSolved() {
    return outcomes.values().stream().anyMatch(Outcome::notSolved);
  }

  Verdicts verdicts(Class<?> answer) {
    return tried.get(answer).verdicts();
  }

  private Tried tried(Class<?> token) {
    Lesson lesson =
        catalogue
            .byClassName(token.getName())
            .orElseThrow(
                () ->
                    new LabException(
                        "%s is no lesson of the catalogue. Add it to harness/core/src/main/resources/kata/catalogue.json."
                            .formatted(token.getName())));
    return new Tried(lesson, new Verdicts(lesson, Diagnoses.load(lesson)));
  }

  /** Returns what identifies the outcome of an answer in another scenario of the same topic. */
  UnaryOperator<String> elsewhere(Class<?> answer) {
    return name -> {
      Outcome outcome = outcome(answer, Scenarios.named(tried.get(answer).lesson().topic(), name));
      if (outcome.notSolved()) {
        return "";
      }
      return outcome.mishap() != null
          ? outcome.mishap().fingerprint()
          : outcome.transcript().fingerprint();
    };
  }

  private Outcome outcome(Class<?> answer, Scenario<?> scenario) {
    Outcome stopped = endless.get(answer);
    return stopped != null
        ? stopped
        : outcomes.computeIfAbsent(
            new Played(answer, scenario.name()), key -> playOnce(answer, scenario));
  }

  private Outcome playOnce(Class<?> answer, Scenario<?> scenario) {
    FutureTask<Transcript> task =
        new FutureTask<>(
            () -> {
              refuseExit(answer);
              return engine.play(instance(answer), scenario);
            });
    Thread thread = new Thread(task, "lab");
    thread.setDaemon(true);
    try (OutputLimit output = OutputLimit.start()) {
      thread.start();
      return new Outcome(task.get(limit.toMillis(), TimeUnit.MILLISECONDS), null, false);
    } catch (TimeoutException e) {
      Outcome outcome = new Outcome(null, stopped(answer), false);
      endless.put(answer, outcome);
      engine.cancel();
      task.cancel(true);
      return outcome;
    } catch (ExecutionException e) {
      return failed(answer, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      engine.cancel();
      throw new LabException("The play was interrupted.", e);
    }
  }

  private Mishap stopped(Class<?> answer) {
    return new Mishap(
        "endless",
        "Your code did not end within %d seconds and was stopped.".formatted(limit.toSeconds()),
        Stack.placeNow(answer).orElse(""),
        List.of("Look for a loop that cannot end, or for something that is waited for in vain."));
  }

  private static void refuseExit(Class<?> answer) {
    ExitScan.find(answer)
        .ifPresent(
            place -> {
              throw new LearnerMistake(
                  "Your code would end the whole JVM, at " + place + ".",
                  "Remove the call of exit or halt: the lab runs your class inside the test.");
            });
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

  private Outcome failed(Class<?> answer, Throwable thrown) {
    for (Throwable cause : Stack.causes(thrown)) {
      if (cause instanceof NotSolvedYet) {
        return new Outcome(null, null, true);
      }
      if (cause instanceof LabException exception) {
        throw exception;
      }
      if (cause instanceof LearnerMistake mistake) {
        return mishap("mistake " + mistake.getMessage(), mistake.getMessage(), "", mistake.advice());
      }
    }
    Throwable root = Stack.causes(thrown).get(0);
    String what = firstLine(root);
    return mishap(
        root.getClass().getName(),
        "Your code threw " + what,
        Stack.place(thrown, answer).orElse(""),
        engine.explain(thrown));
  }

  private static String firstLine(Throwable root) {
    String message = root.getMessage() == null ? "" : root.getMessage().lines().findFirst().orElse("");
    String text = root.getClass().getSimpleName() + (message.isBlank() ? "." : ": " + message);
    return text.length() > 160 ? text.substring(0, 157) + "..." : text;
  }

  private static Outcome mishap(String kind, String headline, String place, List<String> advice) {
    return new Outcome(null, new Mishap(kind, headline, place, advice), false);
  }
}
