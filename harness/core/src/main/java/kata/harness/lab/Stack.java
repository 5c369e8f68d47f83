package kata.harness.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the learner's own line in stack traces. */
final class Stack {

  private Stack() {}

  /** Returns the causes of an exception, the deepest first, without running into a circle. */
  static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = thrown;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    Collections.reverse(causes);
    return causes;
  }

  /** Returns the learner's line that is nearest to where an exception was thrown. */
  static Optional<String> place(Throwable thrown, Class<?> answer) {
    return causes(thrown).stream()
        .flatMap(cause -> places(cause.getStackTrace(), answer))
        .findFirst();
  }

  /** Returns the threads that run the learner's code at this moment, and the line of each. */
  static Map<Thread, String> placesNow(Class<?> answer) {
    Map<Thread, String> now = new HashMap<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, frames) ->
                places(frames, answer).findFirst().ifPresent(place -> now.put(thread, place)));
    return now;
  }

  private static Stream<String> places(StackTraceElement[] frames, Class<?> answer) {
    String name = answer.getName();
    return Arrays.stream(frames)
        .filter(
            frame ->
                frame.getClassName().equals(name) || frame.getClassName().startsWith(name + "$"))
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
  }
}
