package kata.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a lesson's topic, with the lesson's hints in it, below a title such as "## Hints:
 * BusiestPage".
 *
 * @param file the page, from the root of the repository
 * @param text what it says
 * @param title the line below which the hints stand
 */
record LessonPage(String file, String text, String title) {

  private static final int HINTS = 3;

  /** Two lines that hold less than this between them, as two brackets do, give nothing away. */
  private static final int TELLING = 12;

  /** Returns what is wrong with the order and the number of the hints. */
  List<String> problems() {
    if (text.lines().noneMatch(title::equals)) {
      return List.of("%s has no \"%s\". Write three hints below it.".formatted(file, title));
    }
    List<String> expected = new ArrayList<>();
    for (int number = 1; number <= HINTS; number++) {
      expected.add("### Hint " + number);
    }
    List<String> found =
        section().lines().filter(line -> line.startsWith("###")).map(String::strip).toList();
    if (!found.equals(expected)) {
      return List.of(
          "%s: below \"%s\" there must be %s, in this order, and there is %s."
              .formatted(file, title, expected, found));
    }
    return hints().stream().anyMatch(String::isBlank)
        ? List.of(
            "%s: below \"%s\" a hint is empty. Write about 40 words, best ending in a question."
                .formatted(file, title))
        : List.of();
  }

  /** Returns which hints show two lines of the reference that follow one another. */
  List<String> spoilers(String referenceFile, String reference) {
    List<String> lines =
        reference.lines().map(LessonPage::squeezed).filter(line -> !line.isEmpty()).toList();
    List<String> problems = new ArrayList<>();
    List<String> hints = hints();
    for (int hint = 0; hint < hints.size(); hint++) {
      String shown = squeezed(hints.get(hint));
      for (int i = 0; i + 1 < lines.size(); i++) {
        String pair = lines.get(i) + lines.get(i + 1);
        if (pair.length() >= TELLING && shown.contains(pair)) {
          problems.add(
              "%s: below \"%s\", hint %d shows two consecutive lines of %s: %s"
                  .formatted(file, title, hint + 1, referenceFile, pair));
        }
      }
    }
    return problems;
  }

  private List<String> hints() {
    return Pattern.compile("(?m)^### .*$").splitAsStream(section()).skip(1).toList();
  }

  private String section() {
    return text.lines()
        .dropWhile(line -> !line.equals(title))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .collect(Collectors.joining("\n"));
  }

  private static String squeezed(String line) {
    return line.replaceAll("\\s+", "");
  }
}
