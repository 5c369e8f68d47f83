package kata.harness.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import kata.harness.verdict.Mishap;
import kata.harness.verdict.NotSolvedYet;

/**
 * Runs what learners have written, in a thread of its own. Whatever that does becomes an outcome:
 * it may throw, print without end, never end, or want to end the JVM.
 */
final class LearnerCode {

  private final Engine engine;
  private final Patience patience;
  private final Set<Class<?>> endless = new HashSet<>();

  /**
   * Prepares to run code.
   *
   * @param engine is stopped when code does not end, and says what its exceptions mean
   * @param patience how long code may take
   */
  LearnerCode(Engine engine, Patience patience) {
    this.engine = engine;
    this.patience = patience;
  }

  /**
   * Runs a part of an answer.
   *
   * @param part plays or measures the answer, and says what became of it
   * @return that, or how the code failed; or that it was not run, because it did not end before
   * @throws LabException if not the code failed, but the engine
   */
  Outcome run(Class<?> answer, Callable<Outcome> part) {
    if (endless.contains(answer)) {
      return new Outcome.NotRun();
    }
    Optional<String> exit = ExitScan.find(answer);
    if (exit.isPresent()) {
      return failed(
          "exit",
          "Your code would end the whole JVM.",
          exit.get(),
          List.of("Remove the call of exit or halt: the lab runs your class inside the test."));
    }
    FutureTask<Outcome> play = new FutureTask<>(part);
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
      endless.add(answer);
      output.mute(places.keySet());
      engine.cancel();
      play.cancel(true);
      return failed(
          "endless",
          "Your code did not end within %s seconds and was stopped."
              .formatted(patience.limit().toSeconds()),
          place,
          List.of("Look for a loop that cannot end, or for something that is waited for in vain."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      engine.cancel();
      throw new LabException("The play was interrupted.", e);
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
    List<String> explained = explain(root).orElseGet(() -> engine.explain(thrown));
    return failed(
        ThrownKind.of(root, explained),
        "Your code threw " + firstLine(root),
        Stack.place(thrown, answer).orElse(""),
        explained);
  }

  /** Explains what the JVM itself throws, on whatever engine. */
  private static Optional<List<String>> explain(Throwable root) {
    if (root instanceof OutOfMemoryError) {
      return Optional.of(
          List.of(
              "The memory of the JVM is full.",
              "Look for something that grows without end, or that is kept and could be summed"
                  + " up."));
    }
    if (root instanceof StackOverflowError) {
      return Optional.of(
          List.of("A method calls itself without end: look for the case in which it has to stop."));
    }
    return Optional.empty();
  }

  private static String firstLine(Throwable root) {
    String name = root.getClass().getSimpleName();
    String type = name.isEmpty() ? root.getClass().getName() : name;
    String message = ThrownKind.message(root);
    return message.isEmpty() ? type + "." : type + ": " + message;
  }

  private static Outcome failed(String kind, String headline, String place, List<String> advice) {
    return new Outcome.Failed(new Mishap(kind, headline, place, advice));
  }
}
