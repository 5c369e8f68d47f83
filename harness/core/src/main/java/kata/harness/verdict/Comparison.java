package kata.harness.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kata.harness.transcript.Emission;
import kata.harness.transcript.Transcript;

/**
 * A transcript held against the table that the lesson expects. The order of rows with different keys
 * does not matter within one step; that of rows with the same key does.
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

  Map<List<String>, List<Difference.Value>> got() {
    return got;
  }

  /** Returns the keys that differ: those that are expected first, in the order of the table. */
  List<Difference> differences() {
    Map<List<String>, List<Difference.Value>> all = new LinkedHashMap<>(expected);
    got.forEach(all::putIfAbsent);
    return all.keySet().stream()
        .map(
            key ->
                new Difference(
                    key,
                    expected.getOrDefault(key, List.of()),
                    got.getOrDefault(key, List.of())))
        .filter(difference -> !difference.expected().equals(difference.got()))
        .toList();
  }

  /**
   * Returns a hash that two transcripts share exactly if, key by key, the same values came out at the
   * same time in the same order.
   */
  String fingerprint() {
    String canonical =
        String.join("\n", got.entrySet().stream().map(Object::toString).sorted().toList());
    return hash(canonical);
  }

  static String hash(String canonical) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
