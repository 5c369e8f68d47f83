package kata.harness.verdict;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Row;
import kata.harness.transcript.WindowBounds;

/**
 * What can be said of a wrong result that no known mistake explains.
 *
 * @param headline what is wrong, as seen in the result
 * @param lookAt where to look
 */
record Symptom(String headline, String lookAt) {

  static Symptom of(Comparison comparison) {
    List<Difference> differences = comparison.differences();
    List<Emission> got = comparison.transcript().emissions();
    if (got.isEmpty()) {
      return new Symptom(
          "Nothing came out.",
          "A result needs a window that ends, and a watermark that reaches its end.");
    }
    return otherWindows(comparison)
        .or(() -> onlyAtTheEnd(comparison))
        .or(() -> takenBack(got))
        .or(() -> severalTimes(comparison))
        .orElseGet(() -> byKind(differences));
  }

  private static Optional<Symptom> onlyAtTheEnd(Comparison comparison) {
    return allAtTheEnd(comparison.transcript().emissions())
            && !allAtTheEnd(comparison.table().emissions())
        ? Optional.of(
            new Symptom(
                "Every row came out only because the input ended.",
                "No watermark reached your windows while the events were still arriving."))
        : Optional.empty();
  }

  private static boolean allAtTheEnd(List<Emission> emissions) {
    return emissions.stream().allMatch(emission -> emission.at().equals(Emission.END));
  }

  private static Optional<Symptom> otherWindows(Comparison comparison) {
    Set<WindowBounds> expected = windows(comparison.table().emissions());
    Set<WindowBounds> got = windows(comparison.transcript().emissions());
    if (expected.isEmpty() || got.isEmpty() || got.stream().anyMatch(expected::contains)) {
      return Optional.empty();
    }
    WindowBounds first = got.iterator().next();
    int year = first.start().atOffset(ZoneOffset.UTC).getYear();
    if (year == 1970 || year > 9999) {
      return Optional.of(
          new Symptom(
              "The windows lie in the year " + year + ".",
              "That is what seconds taken for milliseconds look like, or the reverse."));
    }
    Duration length = expected.iterator().next().length();
    if (!first.length().equals(length)) {
      return Optional.of(
          new Symptom(
              "Your windows are %s long; the task asks for %s."
                  .formatted(text(first.length()), text(length)),
              "Look at the size of the window and at the bounds that the row shows."));
    }
    return Optional.of(
        new Symptom(
            "None of your windows lies where an expected one lies.",
            "Windows start at multiples of their size, counted from 1970-01-01T00:00Z."));
  }

  private static Optional<Symptom> takenBack(List<Emission> got) {
    return got.stream().anyMatch(emission -> emission.row().cells().containsKey(Row.CHANGE))
        ? Optional.of(
            new Symptom(
                "Rows came out that change earlier ones: -U takes one back, +U replaces it.",
                "A window gives final rows. A group that is no window is never final: look at its"
                    + " keys."))
        : Optional.empty();
  }

  private static Optional<Symptom> severalTimes(Comparison comparison) {
    return comparison.differences().stream()
        .filter(it -> it.got().size() > 1 && it.got().size() > it.expected().size())
        .findFirst()
        .map(
            it ->
                new Symptom(
                    "%s came out %s times%s."
                        .formatted(
                            String.join(" ", it.key()),
                            it.got().size(),
                            switch (it.expected().size()) {
                              case 0 -> ", and should not come out";
                              case 1 -> " instead of once";
                              default -> " instead of " + it.expected().size() + " times";
                            }),
                    "A window gives one row when it is complete, not one for each event."));
  }

  private static Symptom byKind(List<Difference> differences) {
    if (differences.stream().allMatch(Difference::onlyInTime)) {
      return new Symptom(
          "The rows are right, but they came out at another time.",
          "Compare the watermark at which each row came with the end of its window.");
    }
    if (differences.stream().allMatch(it -> it.got().isEmpty())) {
      return new Symptom(
          count(differences.size(), "row") + " missing.",
          "Look for the events of this window: where does your code lose them?");
    }
    if (differences.stream().allMatch(it -> it.expected().isEmpty())) {
      return new Symptom(
          count(differences.size(), "row") + " too many.",
          "Look for the events of this window: should they be counted here?");
    }
    return new Symptom(
        "%s different from what the task asks for.".formatted(count(differences.size(), "row")),
        "Follow the events of the first row above through your code.");
  }

  private static String count(int number, String thing) {
    return number == 1 ? "1 " + thing + " is" : number + " " + thing + "s are";
  }

  private static Set<WindowBounds> windows(List<Emission> emissions) {
    return emissions.stream()
        .flatMap(emission -> WindowBounds.of(emission.row()).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String text(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
