package kata.flink.topostgres;

import kata.flink.pipeline.Pipeline;
import kata.harness.verdict.NotSolvedYet;
import kata.pipeline.Connections;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Keep a table of page views in windows of five minutes right, from Kafka to PostgreSQL.
 *
 * <p>The topic {@code clicks} holds page views as JSON, and has done so for a while; {@code
 * JsonLines.of(EventFields.CLICKS)} reads them. Views arrive up to a minute out of order. A window
 * is written when the watermark has passed it, and corrected by late ones for ten minutes more.
 * Write to the table {@code page_views}:
 *
 * <pre>{@code
 * window_start timestamptz, window_end timestamptz, page text, views bigint,
 * primary key (window_start, page)
 * }</pre>
 *
 * <p>The job takes checkpoints, and will fail between two of them. Read docs/lessons/topostgres.md.
 */
public final class PageViewTable implements Pipeline {

  @Override
  public void build(StreamExecutionEnvironment env, Connections at) {
    throw new NotSolvedYet(); // delete this line and write your own
  }
}
