package kata.datasets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pipeline finds when it starts: empty topics and tables, and a bucket, which is always
 * there.
 *
 * @param topics how many partitions each topic has, 1 or more, by its name
 * @param tables the statements in SQL, as PostgreSQL reads them, that make the tables
 */
public record Setting(Map<String, Integer> topics, List<String> tables) {

  /** No topics and no tables. */
  public static final Setting EMPTY = new Setting(Map.of(), List.of());

  public Setting {
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
    tables = List.copyOf(tables);
  }
}
