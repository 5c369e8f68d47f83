package kata.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the Java code of a page with the compiled source that it was cut from.
 *
 * <p>The line above the code names the source: {@code <!-- snippet: path/to/File.java -->}. The
 * code must stand there, line by line, in one piece; indentation does not count.
 */
final class Snippets {

  private static final Pattern SOURCE = Pattern.compile("<!-- snippet: (\\S+) -->");

  private final Workbook workbook;
  private final String page;
  private final List<String> lines;
  private final List<String> problems = new ArrayList<>();

  Snippets(Workbook workbook, String page) {
    this.workbook = workbook;
    this.page = page;
    this.lines = workbook.text(page).lines().map(String::strip).toList();
  }

  /** Returns what is wrong with each block of Java, with file and line. */
  List<String> problems() {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        String fence = lines.get(i).replaceAll("[^`].*", "");
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).equals(fence)) {
          end++;
        }
        if (lines.get(i).equals("```java")) {
          check(i, Math.min(end, lines.size()));
        }
        i = end;
      }
    }
    return problems;
  }

  private void check(int fence, int end) {
    Matcher source = SOURCE.matcher(fence == 0 ? "" : lines.get(fence - 1));
    if (!source.matches()) {
      say(fence, "put <!-- snippet: path/to/File.java --> on the line above this Java code");
    } else if (!workbook.has(source.group(1))) {
      say(fence, source.group(1) + " does not exist");
    } else {
      compare(source.group(1), fence, lines.subList(fence + 1, end));
    }
  }

  private void compare(String file, int fence, List<String> snippet) {
    List<String> source = workbook.text(file).lines().map(String::strip).toList();
    int longest = -1;
    int at = 0;
    for (int start = 0; start < source.size(); start++) {
      int same = same(snippet, source, start);
      if (same > longest) {
        longest = same;
        at = start;
      }
    }
    if (longest < snippet.size()) {
      int where = at + longest;
      say(
          fence + 1 + Math.max(longest, 0),
          longest <= 0
              ? "%s has no line \"%s\"".formatted(file, snippet.get(0))
              : "here is \"%s\", and %s:%d is \"%s\""
                  .formatted(
                      snippet.get(longest),
                      file,
                      where + 1,
                      where < source.size() ? source.get(where) : "past its end"));
    }
  }

  private static int same(List<String> snippet, List<String> source, int start) {
    int same = 0;
    while (same < snippet.size()
        && start + same < source.size()
        && snippet.get(same).equals(source.get(start + same))) {
      same++;
    }
    return same;
  }

  private void say(int line, String what) {
    problems.add("%s:%d: %s".formatted(page, line + 1, what));
  }
}
