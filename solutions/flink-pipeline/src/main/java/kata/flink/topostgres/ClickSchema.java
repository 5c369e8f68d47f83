package kata.flink.topostgres;

import java.nio.charset.StandardCharsets;
import kata.datasets.ClickEvent;
import kata.datasets.files.ClickJsonLines;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads a click from the value of a record. */
final class ClickSchema extends AbstractDeserializationSchema<ClickEvent> {

  private static final long serialVersionUID = 1L;

  ClickSchema() {
    super(ClickEvent.class);
  }

  @Override
  public ClickEvent deserialize(byte[] value) {
    return ClickJsonLines.fromLine(new String(value, StandardCharsets.UTF_8));
  }
}
