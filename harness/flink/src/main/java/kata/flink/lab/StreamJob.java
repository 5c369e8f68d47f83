package kata.flink.lab;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a learner writes in most Flink lessons: the part of a job between source and sink.
 *
 * @param <I> what comes in
 * @param <O> what goes out: a record whose components are the columns of the result
 */
@FunctionalInterface
public interface StreamJob<I, O> {

  /**
   * Builds the job.
   *
   * @param events in arrival order; each carries its event time, and the stream its watermarks
   * @return the results; the lab collects them together with the watermarks that follow them
   */
  DataStream<O> build(DataStream<I> events);
}
