package kata.flink.olap;

import java.nio.charset.StandardCharsets;
import kata.datasets.AdClick;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads a click on an advertisement from the value of a record. */
final class AdClickSchema extends AbstractDeserializationSchema<AdClick> {

  private static final long serialVersionUID = 1L;
  private static final JsonLines<AdClick> JSON = JsonLines.of(EventFields.AD_CLICKS);

  AdClickSchema() {
    super(AdClick.class);
  }

  @Override
  public AdClick deserialize(byte[] value) {
    return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
  }
}
