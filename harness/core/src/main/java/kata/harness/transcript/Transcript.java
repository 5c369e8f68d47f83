package kata.harness.transcript;

import java.util.List;

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
}
