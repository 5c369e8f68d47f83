package kata.flink.pipeline;

import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a learner writes where a lesson asks for a whole pipeline: from the topics of Kafka to a
 * sink.
 *
 * <p>It only builds. The lab then runs the job with parallelism 1 on a Flink cluster of its own, in
 * this JVM, and with real services. It sends the records of a story, lets checkpoints complete when
 * the story says so, and lets the job fail. Three things differ from a cluster of yours:
 *
 * <ul>
 *   <li>If you enable checkpoints, the story says when there is one, and not the interval. If you
 *       do not, there are none.
 *   <li>After a failure the job starts again at once, if its restart strategy allows that. Without
 *       checkpoints Flink's default is not to.
 *   <li>A watermark that your strategy would emit at the next interval is emitted after each
 *       record, and idleness is measured by the clock of the story. So no result depends on the
 *       speed of this machine.
 * </ul>
 *
 * <p>For SQL, make a {@code StreamTableEnvironment} of the environment. A statement that starts a
 * job is kept until {@code build} has returned, and run then.
 */
@FunctionalInterface
public interface Pipeline {

  /**
   * Builds the pipeline, from its sources to its sinks.
   *
   * @param env makes the streams; the lab executes it
   * @param at where the topics, the tables and the bucket are
   * @throws Exception if it cannot be built; the lab shows it to the learner
   */
  void build(StreamExecutionEnvironment env, Connections at) throws Exception;
}
