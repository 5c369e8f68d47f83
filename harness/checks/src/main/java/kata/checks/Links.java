package kata.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the links of a page to other files of the repository. */
final class Links {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("(https?:|mailto:|#).*");

  private Links() {}

  /** Returns the links that lead nowhere, with file and line. */
  static List<String> problems(Workbook workbook, String page) {
    List<String> problems = new ArrayList<>();
    List<String> lines = workbook.text(page).lines().toList();
    boolean code = false;
    for (int i = 0; i < lines.size(); i++) {
      code ^= lines.get(i).strip().startsWith("```");
      Matcher link = LINK.matcher(code ? "" : lines.get(i).replaceAll("`[^`]*`", "code"));
      while (link.find()) {
        String target = link.group(1);
        Path file = workbook.root().resolve(page).resolveSibling(target.replaceAll("#.*", ""));
        if (!ELSEWHERE.matcher(target).matches() && !Files.exists(file)) {
          problems.add("%s:%d: the link to %s leads nowhere".formatted(page, i + 1, target));
        }
      }
    }
    return problems;
  }
}
