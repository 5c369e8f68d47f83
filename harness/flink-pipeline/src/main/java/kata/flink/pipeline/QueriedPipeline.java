package kata.flink.pipeline;

import java.time.Instant;
import java.util.Map;

/**
 * A pipeline whose tables are asked questions while it runs: at each moment at which the lab looks
 * at the tables, it asks the database all questions, too, and shows their answers.
 */
public interface QueriedPipeline extends Pipeline {

  /**
   * Returns the questions.
   *
   * @param now the moment of the story at which they are asked; the clock of the database shows
   *     another one
   * @return a query in SQL, as PostgreSQL reads it, by the name of its question
   */
  Map<String, String> queries(Instant now);
}
