package kata.flink.tominio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Adds to a click, as JSON, the bounds of the window in which it happened. */
final class WithWindow implements MapFunction<String, String> {

  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SIZE = Duration.ofMinutes(5).toMillis();

  @Override
  public String map(String line) throws JsonProcessingException {
    ObjectNode click = JSON.readValue(line, ObjectNode.class);
    Instant time = Instant.parse(click.get("event_time").textValue());
    long start = TimeWindow.getWindowStartWithOffset(time.toEpochMilli(), 0, SIZE);
    return withBounds(click, start, start + SIZE);
  }

  /**
   * Returns a click with two more fields.
   *
   * @param start in milliseconds of event time
   * @param end in milliseconds of event time
   */
  static String withBounds(ObjectNode click, long start, long end) {
    return click
        .put("event_timestamp_start", Instant.ofEpochMilli(start).toString())
        .put("event_timestamp_end", Instant.ofEpochMilli(end).toString())
        .toString();
  }
}
