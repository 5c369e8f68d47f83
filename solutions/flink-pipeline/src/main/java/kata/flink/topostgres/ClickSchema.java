package kata.flink.topostgres;

import java.nio.charset.StandardCharsets;
import kata.datasets.ClickEvent;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads a click from the value of a record. */
final class ClickSchema extends AbstractDeserializationSchema<ClickEvent> {

  private static final long serialVersionUID = 1L;
  private static final JsonLines<ClickEvent> JSON = JsonLines.of(EventFields.CLICKS);

  ClickSchema() {
    super(ClickEvent.class);
  }

  @Override
  public ClickEvent deserialize(byte[] value) {
    return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
  }
}
