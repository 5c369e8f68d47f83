package kata.flink.lab;

import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a learner writes where two streams meet. The lab parts one clickstream into purchases and
 * all the rest; both carry the same watermarks. Events of the two streams may overtake each other,
 * as they do wherever two inputs meet, so that a lesson must not rely on what arrives first.
 *
 * @param <O> what goes out: a record whose components are the columns of the result
 */
@FunctionalInterface
public interface JoinJob<O> {

  /**
   * Builds the job.
   *
   * @param views all events but purchases, in arrival order, with event times and watermarks
   * @param purchases the purchases, likewise
   * @return the results; the lab collects them together with the watermarks that follow them
   */
  DataStream<O> build(DataStream<ClickEvent> views, DataStream<ClickEvent> purchases);

  /**
   * The same job as one of a single stream.
   *
   * @param job what the learner wrote
   */
  record OfOneStream<O>(JoinJob<O> job) implements PacedJob<ClickEvent, O> {

    @Override
    public DataStream<O> build(DataStream<ClickEvent> events) {
      return job.build(
          events.filter(event -> event.eventType() != EventType.PURCHASE).name("views"),
          events.filter(event -> event.eventType() == EventType.PURCHASE).name("purchases"));
    }
  }
}
