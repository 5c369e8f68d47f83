package kata.harness.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The windows of one key, side by side; those that overlap lie below one another.
 *
 * @param key what identifies the rows beside their windows; may be empty
 * @param expected tracks of what should come out
 * @param got tracks of what came out
 */
record Lane(String key, List<List<Strip>> expected, List<List<Strip>> got) {

  private static final int MOST_TRACKS = 6;

  /**
   * Returns the lanes of a picture.
   *
   * @param focus where there are too many, its lane comes first, and then those that differ
   * @param most how many lanes there may be
   */
  static List<Lane> of(List<Bar> bars, Axis axis, Bar focus, int most) {
    Map<String, List<Bar>> byKey = new LinkedHashMap<>();
    for (Bar bar : bars) {
      byKey.computeIfAbsent(bar.key(), key -> new ArrayList<>()).add(bar);
    }
    List<Lane> lanes = new ArrayList<>();
    byKey.keySet().stream()
        .sorted(
            Comparator.comparing((String key) -> most < byKey.size() && !key.equals(focus.key()))
                .thenComparing(
                    key -> most < byKey.size() && byKey.get(key).stream().noneMatch(Bar::differs)))
        .limit(most)
        .forEach(key -> lanes.add(of(key, byKey.get(key), axis)));
    return lanes;
  }

  /** Returns the bars that are drawn; there may be no room left for some. */
  Set<Bar> bars() {
    return Stream.concat(expected.stream(), got.stream())
        .flatMap(List::stream)
        .map(Strip::bar)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Lane of(String key, List<Bar> bars, Axis axis) {
    List<Bar> expected = bars.stream().filter(it -> !it.expected().isEmpty()).toList();
    // Bars that are expected come first on either side, so that equal ones lie at the same height.
    List<Bar> got = new ArrayList<>(expected);
    bars.stream().filter(it -> it.expected().isEmpty()).forEach(got::add);
    return new Lane(
        key,
        tracks(expected, axis, bar -> Strip.of(bar, bar.expectedLabels(), false, axis)),
        tracks(got, axis, bar -> Strip.of(bar, bar.gotLabels(), bar.differs(), axis)));
  }

  private static List<List<Strip>> tracks(List<Bar> bars, Axis axis, Function<Bar, Strip> drawn) {
    List<List<Strip>> tracks = new ArrayList<>();
    for (Strip strip : bars.stream().filter(axis::shows).map(drawn).toList()) {
      Optional<List<Strip>> free =
          tracks.stream().filter(track -> track.stream().noneMatch(strip::overlaps)).findFirst();
      if (free.isPresent()) {
        free.get().add(strip);
      } else if (tracks.size() < MOST_TRACKS) {
        tracks.add(new ArrayList<>(List.of(strip)));
      }
    }
    return tracks;
  }
}
