package kata.harness.picture;

import java.util.ArrayList;
import java.util.List;

/** Tells a picture in words, for those who cannot see it. */
final class Description {

  private Description() {}

  static String of(
      List<Line> lines, List<Lane> lanes, List<String> columns, String sentence, String notice) {
    List<String> parts = new ArrayList<>();
    for (Line line : lines) {
      if (line instanceof Line.Event event) {
        Arrival arrival = event.arrival();
        parts.add(
            "Event %s arrives: %s%s."
                .formatted(
                    arrival.number(), arrival.name(columns), arrival.late() ? ", late" : ""));
      } else if (line instanceof Line.Watermark watermark) {
        parts.add("The watermark reaches %s.".formatted(watermark.name()));
      } else if (line instanceof Line.Others others) {
        parts.add("Then %s.".formatted(others.count()));
      }
    }
    for (Lane lane : lanes) {
      lane.bars().forEach(bar -> parts.add("%s: %s.".formatted(bar.name(), said(bar))));
    }
    parts.add(sentence);
    parts.add(notice);
    return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private static String said(Bar bar) {
    String got = bar.gotLabels().get(0);
    return bar.kind() == Bar.Kind.MISSING
        ? "%s is %s".formatted(bar.expectedLabels().get(0), got)
        : got;
  }
}
