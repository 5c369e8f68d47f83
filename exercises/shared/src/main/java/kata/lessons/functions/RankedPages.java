package kata.lessons.functions;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kata.datasets.ClickEvent;
import kata.datasets.RankedPage;
import kata.datasets.Scenario;
import kata.harness.verdict.Table;
import kata.lessons.ClosedWindow;
import kata.lessons.ExpectedRows;

/** Ranks the three most viewed pages of windows of five minutes without any engine. */
final class RankedPages {

  private static final Duration SIZE = Duration.ofMinutes(5);
  private static final int PLACES = 3;

  private RankedPages() {}

  static Table expect(Scenario<ClickEvent> scenario) {
    ExpectedRows rows = new ExpectedRows();
    for (ClosedWindow<ClickEvent> window : ClosedWindow.of(scenario, SIZE, SIZE)) {
      List<Map.Entry<String, Long>> ranking =
          window.events().stream()
              .collect(groupingBy(ClickEvent::page, counting()))
              .entrySet()
              .stream()
              .sorted(
                  comparing(Map.Entry<String, Long>::getValue, reverseOrder())
                      .thenComparing(Map.Entry::getKey))
              .limit(PLACES)
              .toList();
      for (int i = 0; i < ranking.size(); i++) {
        Map.Entry<String, Long> page = ranking.get(i);
        rows.add(
            window.at(),
            new RankedPage(window.start(), window.end(), i + 1, page.getKey(), page.getValue()));
      }
    }
    return rows.table(List.of("window", "rank"), List.of("page", "views"));
  }
}
