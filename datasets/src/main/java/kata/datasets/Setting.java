package kata.datasets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a pipeline finds when it starts: empty topics and tables, and a bucket, which is always
 * there.
 *
 * @param topics how many partitions each topic has, 1 or more, by its name
 * @param configs what is set for a topic itself, such as {@code retention.ms}, by its name
 * @param tables the statements in SQL, as PostgreSQL reads them, that make the tables
 */
public record Setting(
    Map<String, Integer> topics, Map<String, Map<String, String>> configs, List<String> tables) {

  /** No topics and no tables. */
  public static final Setting EMPTY = new Setting(Map.of(), Map.of(), List.of());

  public Setting {
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
    configs =
        configs.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> Map.copyOf(it.getValue())));
    tables = List.copyOf(tables);
  }
}
