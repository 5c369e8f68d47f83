package kata.harness.lab;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells kinds of exceptions apart. One class of exception may tell of many mistakes, so that its
 * name is not enough: a column that is misspelt is no output mode that is wrong.
 */
final class ThrownKind {

  /** What may be a learner's own name, or value, or plan: quoted, called, or in brackets. */
  private static final List<Pattern> NAMED =
      Stream.of(
              "\"[^\"]*\"",
              "`[^`]*`",
              "(?<!\\w)'[^']*'",
              "\\w*\\([^()\\[\\]]*\\)",
              "\\w*\\[[^()\\[\\]]*\\]")
          .map(Pattern::compile)
          .toList();

  /** The class of an error, as Spark begins its messages with; a kind by itself. */
  private static final Pattern ERROR_CLASS = Pattern.compile("^\\[([A-Z_.]+)\\]");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+[,;.:]?|[A-Z_.]+");
  private static final int WORDS = 12;

  private ThrownKind() {}

  /**
   * Returns what identifies a kind of exception, the same from run to run and whatever names a
   * learner has chosen.
   *
   * @param explained what an engine has to say of it; where that is nothing, the class of the error
   *     in its message stands for it, or the first words there that are nobody's names
   */
  static String of(Throwable root, List<String> explained) {
    Stream<String> told = explained.isEmpty() ? words(message(root)) : explained.stream();
    return Stream.concat(Stream.of(root.getClass().getName()), told)
        .collect(Collectors.joining(" "));
  }

  /** Returns the first line of an exception's message; empty if it has none. */
  static String message(Throwable root) {
    String message = root.getMessage() == null ? "" : root.getMessage().strip();
    return message.lines().findFirst().orElse("");
  }

  private static Stream<String> words(String message) {
    Matcher errorClass = ERROR_CLASS.matcher(message);
    if (errorClass.find()) {
      return Stream.of(errorClass.group(1));
    }
    String rest = message;
    String before;
    do {
      before = rest;
      for (Pattern named : NAMED) {
        rest = named.matcher(rest).replaceAll(" ");
      }
    } while (!rest.equals(before));
    return Stream.of(rest.split("\\s+")).filter(WORD.asMatchPredicate()).limit(WORDS);
  }
}
