package kata.spark.lab;

import kata.datasets.ClickEvent;
import kata.datasets.EventType;
import kata.datasets.TimedEvent;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * What a learner writes where two streams meet. The lab parts one clickstream into purchases and
 * all the rest; each step of a story is one micro-batch of both.
 */
@FunctionalInterface
public interface JoinQuery {

  /**
   * Builds the query.
   *
   * @param views all events but purchases, with the columns of {@link StreamQuery#build}; their
   *     watermark on {@code event_time} is set
   * @param purchases the purchases, likewise: the columns have the same names
   * @return the results; the lab starts the query and collects what each micro-batch gives out
   */
  Dataset<Row> build(Dataset<Row> views, Dataset<Row> purchases);

  /** Returns which rows a micro-batch gives out: by default those that will never change again. */
  default OutputMode outputMode() {
    return OutputMode.Append();
  }

  /** Returns whether an event belongs to the second stream. */
  static boolean isPurchase(TimedEvent event) {
    return event instanceof ClickEvent click && click.eventType() == EventType.PURCHASE;
  }
}
