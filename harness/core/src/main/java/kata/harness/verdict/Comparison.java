package kata.harness.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;

/**
 * A transcript held against the table that the lesson expects. The order of rows with different
 * keys does not matter within one step; that of rows with the same key does.
 */
final class Comparison {

  private final Table table;
  private final Transcript transcript;
  private final Map<List<String>, List<Difference.Value>> expected;
  private final Map<List<String>, List<Difference.Value>> got;

  Comparison(Table table, Transcript transcript) {
    this.table = table;
    this.transcript = transcript;
    this.expected = byKey(table.emissions());
    this.got = byKey(transcript.emissions());
  }

  private Map<List<String>, List<Difference.Value>> byKey(List<Emission> emissions) {
    Map<List<String>, List<Difference.Value>> byKey = new LinkedHashMap<>();
    for (Emission emission : emissions) {
      byKey
          .computeIfAbsent(table.keyOf(emission.row()), key -> new ArrayList<>())
          .add(new Difference.Value(emission.at(), table.valueOf(emission.row())));
    }
    return byKey;
  }

  Table table() {
    return table;
  }

  Transcript transcript() {
    return transcript;
  }

  /** Returns the keys that differ: those that are expected first, in the order of the table. */
  List<Difference> differences() {
    Map<List<String>, List<Difference.Value>> all = new LinkedHashMap<>(expected);
    got.forEach(all::putIfAbsent);
    return all.keySet().stream()
        .map(
            key ->
                new Difference(
                    key, expected.getOrDefault(key, List.of()), got.getOrDefault(key, List.of())))
        .filter(difference -> !difference.expected().equals(difference.got()))
        .toList();
  }
}
