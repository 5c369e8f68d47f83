package kata.harness.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a job emitted, in order, and at which watermark or micro-batch.
 *
 * @param emissions in the order in which they came out
 * @param remarks what the lab noticed about the job that the rows do not show, one sentence each
 */
public record Transcript(List<Emission> emissions, List<String> remarks) {

  public Transcript {
    emissions = List.copyOf(emissions);
    remarks = List.copyOf(remarks);
  }

  public Transcript(List<Emission> emissions) {
    this(emissions, List.of());
  }

  /** Returns what came out on one output. */
  public Transcript on(String output) {
    return new Transcript(
        emissions.stream().filter(emission -> emission.output().equals(output)).toList(), remarks);
  }

  /** Returns the same with another name for the main output. */
  public Transcript named(String output) {
    return new Transcript(
        emissions.stream()
            .map(
                it ->
                    it.output().equals(Emission.MAIN)
                        ? new Emission(it.at(), output, it.row())
                        : it)
            .toList(),
        remarks);
  }

  /**
   * Returns a hash that two transcripts share if the same rows came out on the same outputs at the
   * same times, in whatever order within one time and of their columns.
   */
  public String fingerprint() {
    Map<String, List<String>> byTime = new LinkedHashMap<>();
    for (Emission emission : emissions) {
      byTime
          .computeIfAbsent(emission.at(), at -> new ArrayList<>())
          .add(emission.output() + " " + new TreeMap<>(emission.row().cells()));
    }
    byTime.values().forEach(rows -> rows.sort(null));
    return Fingerprint.of(byTime.toString());
  }
}
