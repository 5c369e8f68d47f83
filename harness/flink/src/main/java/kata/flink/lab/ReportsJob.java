package kata.flink.lab;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Several reports about the same events. The lab plays each of them as a job of its own, so that
 * one can be right while another is not written yet.
 *
 * @param <I> what comes in
 */
@FunctionalInterface
public interface ReportsJob<I> {

  /**
   * Builds one report.
   *
   * @param name which one, as the lesson names it
   * @param events as in {@link StreamJob#build}
   * @return its results
   */
  DataStream<?> report(String name, DataStream<I> events);

  /** Returns one report as a job. */
  @SuppressWarnings("unchecked")
  default StreamJob<I, Object> only(String name) {
    return events -> (DataStream<Object>) report(name, events);
  }
}
