package kata.flink.enrich;

import java.nio.charset.StandardCharsets;
import kata.datasets.Region;
import kata.datasets.files.EventFields;
import kata.datasets.files.JsonLines;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads an entry of the table from the value of a record. */
final class RegionSchema extends AbstractDeserializationSchema<Region> {

  private static final long serialVersionUID = 1L;
  private static final JsonLines<Region> JSON = JsonLines.of(EventFields.REGIONS);

  RegionSchema() {
    super(Region.class);
  }

  @Override
  public Region deserialize(byte[] value) {
    return JSON.fromLine(new String(value, StandardCharsets.UTF_8));
  }
}
