package kata.flink.source;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A record that is no order, and where it is to be found.
 *
 * @param text its value; null if it has none
 */
public record DeadLetter(int partition, long offset, String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    return JSON.createObjectNode()
        .put("partition", partition)
        .put("offset", offset)
        .put("text", text)
        .toString();
  }
}
