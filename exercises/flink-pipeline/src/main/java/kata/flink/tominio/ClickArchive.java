package kata.flink.tominio;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Archive clicks in a bucket, each once, with the five-minute window in which it happened.
 *
 * <p>The topic {@code clicks} holds clicks as JSON, and has done so for a while. Write each as a
 * line of JSON into the folder {@code at.folder("clicks")}: its own fields, and two more, as texts
 * in ISO 8601:
 *
 * <pre>{@code
 * {"event_id":"e1", ..., "event_time":"2024-03-04T12:01:00.000Z", ...,
 *  "event_timestamp_start":"2024-03-04T12:00:00Z", "event_timestamp_end":"2024-03-04T12:05:00Z"}
 * }</pre>
 *
 * <p>No click is too old for the archive, and each is in a finished object at the next checkpoint.
 * The job will fail; let it start again three times. Read docs/lessons/tominio.md.
 */
public final class ClickArchive implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
