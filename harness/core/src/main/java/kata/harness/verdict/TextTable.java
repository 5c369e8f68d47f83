package kata.harness.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes rows of cells as lines, with the columns one below the other. */
final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 4;

  private final List<List<String>> rows;
  private final int[] widths;

  private TextTable(List<List<String>> rows, int[] widths) {
    this.rows = rows;
    this.widths = widths;
  }

  /**
   * Lines up the columns. Where a line would be too wide, the widest cells are cut, so that every
   * column stays in sight.
   *
   * @param rows as many cells in each
   * @param width the most characters in a line
   */
  static TextTable of(List<List<String>> rows, int width) {
    int limit = width;
    int[] widths = widths(rows, limit);
    while (limit > NARROWEST && Arrays.stream(widths).map(it -> it + GAP.length()).sum() > width) {
      widths = widths(rows, --limit);
    }
    return new TextTable(rows, widths);
  }

  private static int[] widths(List<List<String>> rows, int limit) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      Arrays.setAll(
          widths, column -> Math.max(widths[column], Fit.clip(row.get(column), limit).length()));
    }
    return widths;
  }

  /**
   * Returns one line for each row.
   *
   * @param left how many columns start at the left; the others end at the right
   */
  List<String> lines(int left) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = Fit.clip(row.get(column), widths[column]);
        String fill = " ".repeat(widths[column] - cell.length());
        line.append(GAP).append(column < left ? cell + fill : fill + cell);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
