package kata.harness.diagnosis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one misconception, without its code.
 *
 * @param name the misconception
 * @param headline what went wrong, as seen in the result
 * @param when completes "Your result is what comes out when ..."
 * @param rule the rule that the mistake breaks
 * @param hint the hint of the lesson's page to read next
 * @param fingerprints by scenario, the fingerprint of what the misconception emits; scenarios in
 *     which it emits the right rows are left out, and long ones through which it was not played
 */
@JsonPropertyOrder({"name", "headline", "when", "rule", "hint", "fingerprints"})
public record Diagnosis(
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "headline", required = true) String headline,
    @JsonProperty(value = "when", required = true) String when,
    @JsonProperty(value = "rule", required = true) String rule,
    @JsonProperty(value = "hint", required = true) int hint,
    @JsonProperty(value = "fingerprints", required = true) Map<String, String> fingerprints) {

  public Diagnosis {
    fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
  }
}
