package kata.harness.picture;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Says what a picture leaves out. */
final class Notice {

  private Notice() {}

  /** Returns one line; empty if everything is drawn. */
  static String of(List<Line> lines, List<Lane> lanes, List<Bar> bars) {
    Set<Bar> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    lanes.forEach(lane -> shown.addAll(lane.bars()));
    int drawn = 0;
    int merged = 0;
    for (Line line : lines) {
      drawn += line instanceof Line.Event ? 1 : 0;
      merged += line instanceof Line.Others others ? others.events().size() : 0;
    }
    if (merged == 0 && shown.size() == bars.size()) {
      return "";
    }
    long differ = bars.stream().filter(bar -> !shown.contains(bar) && bar.differs()).count();
    return "Not all of it is drawn: %s of %s events one by one, %s of %s rows, around %s. %s"
        .formatted(
            drawn,
            drawn + merged,
            shown.size(),
            bars.size(),
            shown.stream().anyMatch(Bar::differs) ? "the first difference" : "the first row",
            differ == 0 ? "" : differ + " more rows differ.")
        .strip();
  }
}
